import { sharedStrings } from './shared-strings.ts';
import { sheetNames } from './sheet-names.ts';
import type { SheetToWrite } from './sheet-to-write.ts';
import { sheetXml } from './sheet-xml.ts';
import { stylesXml } from './styles-xml.ts';
import { contentTypesXml, packageRelationsXml, workbookRelationsXml, workbookXml } from './workbook-xml.ts';
import { packZip } from './zip.ts';

/**
 * Writes an .xlsx file (ECMA-376): text as text, days as date serials without a time zone, money in yuan, no
 * formulas. The header row is bold, frozen, filtered and repeated in print. Same sheets, same bytes. Throws
 * `file.tooManyRows` and, for a text over 32,767 characters, `input.invalid`.
 *
 * Written for this application because SheetJS cannot freeze panes or set fonts, and writes control
 * characters in a form that Excel does not read back.
 */
export function writeWorkbook(sheets: readonly SheetToWrite[]): Uint8Array {
  if (sheets.length === 0) throw new RangeError('a workbook needs a sheet');
  const names = sheetNames(sheets.map(({ name }) => name));
  const strings = sharedStrings();
  const worksheets = sheets.map((sheet, index) => ({
    name: `xl/worksheets/sheet${index + 1}.xml`,
    bytes: sheetXml(sheet, index === 0, strings),
  }));
  const text = (name: string, xml: string) => ({ name, bytes: Buffer.from(xml) });
  return packZip([
    text('[Content_Types].xml', contentTypesXml(sheets.length)),
    text('_rels/.rels', packageRelationsXml()),
    text('xl/workbook.xml', workbookXml(sheets, names)),
    text('xl/_rels/workbook.xml.rels', workbookRelationsXml(sheets.length)),
    ...worksheets,
    text('xl/styles.xml', stylesXml),
    text('xl/sharedStrings.xml', strings.xml()),
  ]);
}
