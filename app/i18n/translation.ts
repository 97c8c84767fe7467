/** The shape that another language must fill to stand for `Source`: the same keys, the same parameters, text for text. */
export type Translation<Source> = {
  readonly [Key in keyof Source]: Source[Key] extends string
    ? string
    : Source[Key] extends readonly string[]
      ? readonly string[]
      : Source[Key] extends (...parameters: infer Parameters) => string
        ? (...parameters: Parameters) => string
        : Translation<Source[Key]>;
};

export type Language = 'zh-CN' | 'en';
export const languages: readonly Language[] = ['zh-CN', 'en'];

export function isLanguage(text: string): text is Language {
  return (languages as readonly string[]).includes(text);
}
