/** What the hidden column of a count sheet says of its row. */
export interface SheetKey {
  readonly number: string;
  readonly line: number;
  readonly version: number;
  /** What the sheet said when it was made; null for nothing. */
  readonly counted: number | null;
}

/** `PB-A1-20261122-0001/12/3/40`: list, line, and the version and quantity of the line that the sheet was made of. */
export function countSheetKey({ number, line, version, counted }: SheetKey): string {
  return `${number}/${line}/${version}/${counted ?? ''}`;
}

/** Undefined where the text is no key. */
export function readCountSheetKey(key: string): SheetKey | undefined {
  const parts = /^(.+)\/(\d{1,7})\/(\d{1,9})\/(\d{0,10})$/u.exec(key);
  return parts === null
    ? undefined
    : {
        number: parts[1] ?? '',
        line: Number(parts[2]),
        version: Number(parts[3]),
        counted: parts[4] === '' ? null : Number(parts[4]),
      };
}
