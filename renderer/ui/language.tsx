import { createContext, useCallback, useContext, useEffect, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { catalogueOf } from '#app/i18n/catalogue.ts';
import { isLanguage } from '#app/i18n/translation.ts';
import type { Language } from '#app/i18n/translation.ts';
import type { Catalogue } from '#app/i18n/zh-CN.ts';

const storageKey = 'zongdai.language';

interface LanguageState {
  readonly language: Language;
  /** Switches at once and remembers on this machine; the frame also saves it with the settings. */
  readonly setLanguage: (language: Language) => void;
}

const LanguageContext = createContext<LanguageState>({ language: 'zh-CN', setLanguage: () => {} });

export function rememberedLanguage(): Language | undefined {
  const value = localStorage.getItem(storageKey);
  return value !== null && isLanguage(value) ? value : undefined;
}

export function LanguageProvider({ children }: { readonly children: ReactNode }) {
  const [language, setState] = useState<Language>(() => rememberedLanguage() ?? 'zh-CN');
  const setLanguage = useCallback((next: Language) => {
    localStorage.setItem(storageKey, next);
    setState(next);
  }, []);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const state = useMemo(() => ({ language, setLanguage }), [language, setLanguage]);
  return <LanguageContext value={state}>{children}</LanguageContext>;
}

export function useLanguage(): LanguageState {
  return useContext(LanguageContext);
}

/** Every text of the application in the person's language: `const t = useText(); t.stock.title`. */
export function useText(): Catalogue {
  return catalogueOf(useLanguage().language);
}
