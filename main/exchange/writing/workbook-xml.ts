import { columnLetter } from '#app/exchange/sheet.ts';
import { headerRowOf, type SheetToWrite } from './sheet-to-write.ts';
import { escapeAttribute } from './xml-escape.ts';

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const packageNames = 'http://schemas.openxmlformats.org/package/2006';
const relationNames = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const contentTypes = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** The part that says what the other parts are. */
export function contentTypesXml(sheets: number): string {
  const part = (name: string, type: string) =>
    `<Override PartName="/xl/${name}.xml" ContentType="${contentTypes}.${type}+xml"/>`;
  const worksheets = Array.from({ length: sheets }, (_, index) =>
    part(`worksheets/sheet${index + 1}`, 'worksheet'),
  );
  return (
    `${declaration}<Types xmlns="${packageNames}/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    `${part('workbook', 'sheet.main')}${worksheets.join('')}${part('styles', 'styles')}` +
    `${part('sharedStrings', 'sharedStrings')}</Types>`
  );
}

export function packageRelationsXml(): string {
  return relations([['officeDocument', 'xl/workbook.xml']]);
}

export function workbookRelationsXml(sheets: number): string {
  const worksheets = Array.from(
    { length: sheets },
    (_, index) => ['worksheet', `worksheets/sheet${index + 1}.xml`] as const,
  );
  return relations([...worksheets, ['styles', 'styles.xml'], ['sharedStrings', 'sharedStrings.xml']]);
}

function relations(targets: readonly (readonly [type: string, target: string])[]): string {
  const lines = targets.map(
    ([type, target], index) =>
      `<Relationship Id="rId${index + 1}" Type="${relationNames}/${type}" Target="${target}"/>`,
  );
  return `${declaration}<Relationships xmlns="${packageNames}/relationships">${lines.join('')}</Relationships>`;
}

/** The list of sheets; `names` are the names they really get. Their headers repeat on every printed page. */
export function workbookXml(sheets: readonly SheetToWrite[], names: readonly string[]): string {
  const list = names.map(
    (name, index) => `<sheet name="${escapeAttribute(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  );
  const defined = sheets.map((sheet, index) => definedNames(sheet, names[index] ?? '', index));
  return (
    `${declaration}<workbook xmlns="${main}" xmlns:r="${relationNames}">` +
    '<workbookPr/><bookViews><workbookView/></bookViews>' +
    `<sheets>${list.join('')}</sheets><definedNames>${defined.join('')}</definedNames></workbook>`
  );
}

function definedNames(sheet: SheetToWrite, name: string, index: number): string {
  const quoted = `'${escapeAttribute(name).replaceAll("'", "''")}'`;
  const header = headerRowOf(sheet);
  const lastColumn = columnLetter(Math.max(0, sheet.columns.length - 1));
  const filter = `${quoted}!$A$${header}:$${lastColumn}$${header + sheet.rows.length}`;
  return (
    `<definedName name="_xlnm._FilterDatabase" localSheetId="${index}" hidden="1">${filter}</definedName>` +
    `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${quoted}!$${header}:$${header}</definedName>`
  );
}
