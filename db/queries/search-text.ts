import { pinyin } from 'pinyin-pro';

/** Full-width letters, digits and signs are the same as narrow ones, and capitals the same as small letters. */
function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

/**
 * What a product is found by, in lower case: code, name, barcode, the initials of the name's pinyin and the whole of it without
 * tones. Everything but Chinese characters stays as it is, so that `spf50` and `5p` are found too.
 */
export function productSearchText(code: string, name: string, barcode: string | null): string {
  const plain = folded(name);
  return [folded(code), plain, folded(barcode ?? ''), ...readings(plain)]
    .filter((part) => part !== '')
    .join(' ');
}

/** The words a person typed, as {@link productSearchText} has them: case and width of letters do not matter. */
export function searchWords(search: string): string[] {
  return typedWords(search).map(folded);
}

/**
 * For each word the LIKE patterns that find it in text that was kept as it came: a name such as `（北京）` is full-width there,
 * whether or not it was typed so.
 */
export function searchPatterns(search: string): string[][] {
  return typedWords(search).map((word) => [...new Set([containing(folded(word)), containing(word)])]);
}

function typedWords(search: string): string[] {
  return search.split(/\s+/u).filter((word) => word !== '');
}

/** A LIKE pattern that finds the word anywhere; `\` is the escape character. */
export function containing(word: string): string {
  return `%${word.replaceAll(/[\\%_]/gu, String.raw`\$&`)}%`;
}

function readings(name: string): string[] {
  if (!/\p{Script=Han}/u.test(name)) return [];
  // Letters and digits between the characters stay where they are: `面膜5片` is typed as `mm5p`.
  const runs = (name.match(/\p{Script=Han}+|[^\p{Script=Han}\P{L}]+|\p{N}+/gu) ?? []).map((run) => {
    if (!/\p{Script=Han}/u.test(run)) return { initials: run, whole: run };
    const syllables = pinyin(run, { toneType: 'none', type: 'array', v: true });
    return { initials: syllables.map((syllable) => syllable[0] ?? '').join(''), whole: syllables.join('') };
  });
  return [runs.map((run) => run.initials).join(''), runs.map((run) => run.whole).join('')];
}
