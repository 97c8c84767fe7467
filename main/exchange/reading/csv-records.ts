const quote = '"';
const sampledRecords = 200;
const delimiters = [',', '\t', ';', '|'] as const;

/**
 * Splits a text table into records (RFC 4180), telling where each ends; stops when `onRecord` answers false.
 * Forgiving where files are careless: any mixture of line ends, text after a closing quote, and a quote that
 * is never closed is a sign like any other.
 */
export function eachRecord(
  text: string,
  delimiter: string,
  onRecord: (fields: string[], end: number) => boolean | void,
): void {
  let fields: string[] = [];
  let at = 0;
  while (at < text.length || fields.length > 0) {
    let field = '';
    if (text[at] === quote) {
      const end = closingQuote(text, at);
      if (end > 0) {
        field = text.slice(at + 1, end).replaceAll('""', quote);
        at = end + 1;
      }
    }
    const start = at;
    while (at < text.length && text[at] !== delimiter && text[at] !== '\n' && text[at] !== '\r') at++;
    fields.push(field + text.slice(start, at));
    if (text[at] === delimiter) {
      at++;
      continue;
    }
    at += text[at] === '\r' && text[at + 1] === '\n' ? 2 : 1;
    if (onRecord(fields, at) === false) return;
    fields = [];
  }
}

/** The quote that closes the one at `open`; −1 where none does. Doubled quotes stand for one. */
function closingQuote(text: string, open: number): number {
  let at = text.indexOf(quote, open + 1);
  while (at >= 0 && text[at + 1] === quote) at = text.indexOf(quote, at + 2);
  return at;
}

/**
 * The sign between fields: the one that splits most records into equally many, then the one that splits them
 * finest. Comma where nothing tells.
 */
export function findDelimiter(text: string): string {
  let best = { delimiter: ',', share: 0, width: 1 };
  for (const delimiter of delimiters) {
    const { share, width } = regularity(text, delimiter);
    if (width > 1 && (share > best.share || (share === best.share && width > best.width))) {
      best = { delimiter, share, width };
    }
  }
  return best.delimiter;
}

/** The commonest number of fields, and the share of records that have it; blank records do not count. */
function regularity(text: string, delimiter: string): { share: number; width: number } {
  const counts = new Map<number, number>();
  let records = 0;
  eachRecord(text, delimiter, (fields) => {
    if (fields.every((field) => field === '')) return true;
    counts.set(fields.length, (counts.get(fields.length) ?? 0) + 1);
    return ++records < sampledRecords;
  });
  const [width, count] = [...counts].toSorted((a, b) => b[1] - a[1])[0] ?? [1, 0];
  return { share: records === 0 ? 0 : count / records, width };
}
