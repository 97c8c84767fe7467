import type { ErrorMessages } from './zh-CN/errors.ts';
import type { Failure } from '../core/errors.ts';
import { en } from './en.ts';
import type { Language } from './translation.ts';
import { zhCN } from './zh-CN.ts';
import type { Catalogue } from './zh-CN.ts';

const catalogues: Readonly<Record<Language, Catalogue>> = { 'zh-CN': zhCN, en };

export function catalogueOf(language: Language): Catalogue {
  return catalogues[language];
}

/** The message of a named failure, in the person's language. */
export function failureMessage(language: Language, failure: Failure): string {
  const messages: ErrorMessages = catalogueOf(language).errors;
  const message = messages[failure.code] as (parameters: Failure['parameters']) => string;
  return message(failure.parameters);
}
