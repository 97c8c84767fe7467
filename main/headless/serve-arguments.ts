import { parseArgs } from 'node:util';
import { languages } from '#app/i18n/translation.ts';
import type { Language } from '#app/i18n/translation.ts';

export interface ServeArguments {
  /** Undefined: the default directory of this system. */
  readonly data: string | undefined;
  /** 0: any free port. */
  readonly port: number;
  readonly json: boolean;
  readonly language: Language;
}

/** Reads the command line of `serve`; `undefined` when it cannot be understood. */
export function parseServeArguments(args: readonly string[]): ServeArguments | undefined {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        data: { type: 'string' },
        port: { type: 'string', default: '0' },
        json: { type: 'boolean', default: false },
        language: { type: 'string', default: 'zh-CN' },
      },
    });
    const language = languages.find((known) => known === values.language);
    if (!/^\d{1,5}$/u.test(values.port) || Number(values.port) > 65_535 || language === undefined)
      return undefined;
    if (values.data === '') return undefined;
    return { data: values.data, port: Number(values.port), json: values.json, language };
  } catch {
    return undefined;
  }
}
