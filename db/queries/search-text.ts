import { pinyin } from 'pinyin-pro';

/**
 * What a product is found by, in lower case: code, name, barcode, the initials of the name's pinyin and the whole of it without
 * tones. Everything but Chinese characters stays as it is, so that `spf50` and `5p` are found too.
 */
export function productSearchText(code: string, name: string, barcode: string | null): string {
  const plain = name.toLowerCase();
  return [code.toLowerCase(), plain, barcode ?? '', ...readings(plain)]
    .filter((part) => part !== '')
    .join(' ');
}

/** As {@link productSearchText} for a word that a person typed: case and width of letters do not matter. */
export function searchWords(search: string): string[] {
  return search
    .normalize('NFKC')
    .toLowerCase()
    .split(/\s+/u)
    .filter((word) => word !== '');
}

/** A LIKE pattern that finds the word anywhere; `\` is the escape character. */
export function containing(word: string): string {
  return `%${word.replaceAll(/[\\%_]/gu, String.raw`\$&`)}%`;
}

function readings(name: string): string[] {
  if (!/\p{Script=Han}/u.test(name)) return [];
  const syllables = pinyin(name, { toneType: 'none', type: 'array', nonZh: 'removed', v: true });
  return [syllables.map((syllable) => syllable[0] ?? '').join(''), syllables.join('')];
}
