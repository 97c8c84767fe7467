import { useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { useEffect } from 'react';
import type { Language } from '#app/i18n/translation.ts';
import { mutate } from '../api/client.ts';
import { desktop } from '../api/desktop.ts';
import { invalidate, useApiQuery } from '../api/hooks.ts';
import { useLanguage } from '../ui/language.tsx';
import { notifyFailure } from '../ui/notify.tsx';

type Theme = 'light' | 'dark' | 'auto';

/**
 * The store knows language and theme best: the page may have another address (port) than last time, and with it no memory of its
 * own. They are taken over once, when the first answer arrives.
 */
export function usePreferences(): void {
  const { setLanguage } = useLanguage();
  const { setColorScheme } = useMantineColorScheme();
  const { data } = useApiQuery('settings.get');
  const language: Language | undefined = data?.language;
  const theme: Theme | undefined = data?.colorScheme;
  useEffect(() => {
    if (language !== undefined) setLanguage(language);
  }, [language, setLanguage]);
  const chosen = useLanguage().language;
  useEffect(() => {
    void desktop()?.setLanguage(chosen);
  }, [chosen]);
  useEffect(
    () =>
      desktop()?.onLanguage((next) => {
        setLanguage(next);
        void remember({ language: next });
      }),
    [setLanguage],
  );
  useEffect(() => {
    if (theme !== undefined) setColorScheme(theme);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- setColorScheme is new at each drawing
  }, [theme]);
}

async function remember(change: { language?: Language; colorScheme?: Theme }): Promise<void> {
  try {
    await mutate('settings.save', change);
    await invalidate('settings.get');
  } catch (error) {
    notifyFailure(error);
  }
}

export function useChooseLanguage(): (language: Language) => void {
  const { setLanguage } = useLanguage();
  return (language) => {
    setLanguage(language);
    void remember({ language });
  };
}

/** zh-CN ↔ English. */
export function useSwitchLanguage(): () => void {
  const { language } = useLanguage();
  const choose = useChooseLanguage();
  return () => choose(language === 'en' ? 'zh-CN' : 'en');
}

export function useChooseTheme(): (theme: Theme) => void {
  const { setColorScheme } = useMantineColorScheme();
  return (theme) => {
    setColorScheme(theme);
    void remember({ colorScheme: theme });
  };
}

export function useSwitchTheme(): { readonly dark: boolean; readonly toggle: () => void } {
  const dark = useComputedColorScheme('light') === 'dark';
  const choose = useChooseTheme();
  return { dark, toggle: () => choose(dark ? 'light' : 'dark') };
}
