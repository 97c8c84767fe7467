import { escapeCellText } from './xml-escape.ts';

/** The texts of a workbook, each kept once. */
export interface SharedStrings {
  /** The text's number, under which cells refer to it. */
  indexOf(text: string): number;
  /** The part that lists the texts. */
  xml(): string;
}

export function sharedStrings(): SharedStrings {
  const indexes = new Map<string, number>();
  let uses = 0;
  return {
    indexOf(text) {
      uses++;
      const known = indexes.get(text);
      if (known !== undefined) return known;
      indexes.set(text, indexes.size);
      return indexes.size - 1;
    },
    xml() {
      const items = Array.from(indexes.keys(), (text) => {
        const space = /^\s|\s$|\n/u.test(text) ? ' xml:space="preserve"' : '';
        return `<si><t${space}>${escapeCellText(text)}</t></si>`;
      });
      return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
        '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"' +
        ` count="${uses}" uniqueCount="${indexes.size}">${items.join('')}</sst>`
      );
    },
  };
}
