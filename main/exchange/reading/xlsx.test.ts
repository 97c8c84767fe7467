import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as XLSX from 'xlsx';
import { readWorkbook } from './read-workbook.ts';
import { asSheetJsReads, handmadeXlsx, realFile, realFilePresent, sheetOf } from './testing.ts';

const read = (bytes: Uint8Array) => readWorkbook(bytes, { name: '测试.xlsx' });
const withoutMerges = (bytes: Uint8Array) => read(bytes).sheets.map(({ name, rows }) => ({ name, rows }));
const firstCells = (sheet: string, parts?: Record<string, string | Uint8Array>) =>
  read(handmadeXlsx(sheet, parts)).sheets[0]?.rows.map(({ number, cells }) => [number, ...cells]);

function written(book: XLSX.WorkBook, options: XLSX.WritingOptions = {}): Uint8Array {
  return XLSX.write(book, { type: 'buffer', bookType: 'xlsx', ...options }) as Uint8Array;
}

test.skipIf(!realFilePresent)('the real file: every cell as SheetJS reads it', () => {
  const bytes = readFileSync(realFile);
  const sheets = withoutMerges(bytes);
  expect(sheets.map(({ name, rows }) => [name, rows.length])).toEqual([
    ['销售订单表', 31_453],
    ['商品信息表', 123],
    ['数据结构', 17],
  ]);
  const expected = asSheetJsReads(bytes);
  for (const [index, sheet] of sheets.entries()) {
    const other = expected[index]?.rows ?? [];
    expect(sheet.rows.length).toBe(other.length);
    const different = sheet.rows.filter((row, at) => JSON.stringify(row) !== JSON.stringify(other[at]));
    expect(different.slice(0, 3)).toEqual([]);
  }
});

function manyKinds(): XLSX.WorkSheet {
  const sheet = XLSX.utils.aoa_to_sheet([
    ['编码', '名称 & <b>', '数量', '', null, 'x\ny'],
    [],
    ['007', true, -1.5, 1e21, 0.1, 123_456_789_012_345_680],
    ['__proto__', 'constructor', 1e-7, 0, false, '😀 emoji'],
  ]);
  sheet['A6'] = { t: 'n', v: 43_600, z: 'yyyy-mm-dd' };
  sheet['B6'] = { t: 'n', v: 43_600.75, z: 'yyyy"年"m"月"d"日" hh:mm' };
  sheet['C6'] = { t: 'n', v: 12.5, z: '0.00"d"' };
  sheet['D6'] = { t: 'e', v: 42, w: '#N/A' };
  sheet['E6'] = { t: 'n', v: 3, f: '1+2' };
  sheet['F6'] = { t: 's', v: '合计', f: '"合"&"计"' };
  sheet['AA9'] = { t: 'n', v: 44_000, z: 'm/d/yy' };
  sheet['!ref'] = 'A1:AA9';
  sheet['!merges'] = [XLSX.utils.decode_range('A1:C1'), XLSX.utils.decode_range('B3:B4')];
  return sheet;
}

test('many kinds of cell, as SheetJS reads them; with shared and with inline strings', () => {
  const book = XLSX.utils.book_new(manyKinds(), '一 & 二');
  for (const bookSST of [true, false]) {
    const bytes = written(book, { bookSST });
    expect(withoutMerges(bytes)).toEqual(asSheetJsReads(bytes));
    expect(read(bytes).sheets[0]?.merges).toEqual([
      { top: 0, left: 0, bottom: 0, right: 2 },
      { top: 2, left: 1, bottom: 3, right: 1 },
    ]);
  }
});

test('the 1904 epoch', () => {
  const sheet: XLSX.WorkSheet = {
    '!ref': 'A1:A2',
    A1: { t: 'n', v: 42_000, z: 'yyyy-mm-dd' },
    A2: { t: 'n', v: 0, z: 'yyyy-mm-dd' },
  };
  const book = XLSX.utils.book_new(sheet, 's');
  book.Workbook = { WBProps: { date1904: true } };
  const bytes = written(book);
  expect(read(bytes).sheets[0]?.rows).toEqual([
    { number: 1, cells: [{ day: '2018-12-28' }] },
    { number: 2, cells: [{ day: '1904-01-01' }] },
  ]);
});

test('hidden sheets are marked, and a workbook of several keeps their order', () => {
  const book = XLSX.utils.book_new();
  for (const name of ['甲', '乙', '丙'])
    XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet([[name]]), name);
  book.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: 1 }, { Hidden: 2 }] };
  expect(read(written(book)).sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
    ['甲', false],
    ['乙', true],
    ['丙', true],
  ]);
});

test('cells and rows without references, prefixes, empty and repeated elements', () => {
  const sheet = sheetOf(
    '<row><c><v>1</v></c><c/><c t="b"><v>1</v></c></row><row r="5"><c r="B5"><v>2</v></c><c><v>3</v></c></row><row><c><v>4</v></c></row>',
  );
  const expected = [
    [1, 1, null, true],
    [5, null, 2, 3],
    [6, 4],
  ];
  expect(firstCells(sheet)).toEqual(expected);
  expect(firstCells(sheet.replaceAll(/<(\/?)([a-z])/gu, '<$1x:$2'))).toEqual(expected);
});

test('rows out of order and given twice are laid in place', () => {
  const sheet = sheetOf(
    '<row r="3"><c r="A3"><v>3</v></c></row><row r="1"><c r="A1"><v>1</v></c></row><row r="3"><c r="C3"><v>5</v></c></row>',
  );
  expect(firstCells(sheet)).toEqual([
    [1, 1],
    [3, 3, null, 5],
  ]);
});

test('rich text is joined, readings and comments are left out, escapes resolved', () => {
  const strings = `<sst><si><r><t>玻尿</t></r><r><rPr/><t xml:space="preserve"> 酸</t></r><rPh sb="0" eb="1"><t>ボニョウ</t></rPh></si>
    <si><t>a_x000D_b &amp;&#x4E2D;&#25991;</t></si><si><t>_x005F_x000D_</t></si><si><t><![CDATA[<&]]><!-- no -->z</t></si><si/><si><t/></si></sst>`;
  const cells = [0, 1, 2, 3, 4, 5].map((index) => `<c t="s"><v>${index}</v></c>`).join('');
  const inline =
    '<c t="inlineStr"><is><r><t>甲</t></r><r><t>乙</t></r><rPh><t>x</t></rPh></is></c><c t="str"><f>A1</f><v>_x0041_&lt;</v></c>';
  expect(firstCells(sheetOf(`<row>${cells}${inline}</row>`), { 'xl/sharedStrings.xml': strings })).toEqual([
    [1, '玻尿 酸', 'a\rb &中文', '_x000D_', '<&z', null, null, '甲乙', 'A<'],
  ]);
});

test('dates by style, by text; elapsed times and times of day stay numbers', () => {
  const styles = `<styleSheet><numFmts><numFmt numFmtId="170" formatCode="[h]:mm"/><numFmt numFmtId="171" formatCode="[$-804]yyyy&quot;年&quot;m&quot;月&quot;;@"/></numFmts>
    <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/><xf numFmtId="171"/><xf numFmtId="31"/><xf numFmtId="21"/></cellXfs></styleSheet>`;
  const cells = [0, 1, 2, 3, 4].map((style) => `<c s="${style}"><v>43831.5</v></c>`).join('');
  const more =
    '<c s="5"><v>0.5</v></c><c t="d"><v>2020-02-29T08:00:00Z</v></c><c t="d"><v>2020-02-30</v></c>';
  const day = { day: '2020-01-01' };
  expect(firstCells(sheetOf(`<row>${cells}${more}</row>`), { 'xl/styles.xml': styles })).toEqual([
    [1, 43_831.5, day, 43_831.5, day, day, 0.5, { day: '2020-02-29' }, '2020-02-30'],
  ]);
});

test('parts may be UTF-16, named with backslashes or in another case, and targets absolute', () => {
  const utf16 = Buffer.from(
    `\uFEFF${sheetOf('<row><c t="inlineStr"><is><t>中文</t></is></c></row>')}`,
    'utf16le',
  );
  const relations =
    '<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="/XL/Worksheets/S.xml"/></Relationships>';
  const parts = { 'xl/_rels/workbook.xml.rels': relations, 'xl\\worksheets\\s.xml': utf16 };
  expect(firstCells('', parts)).toEqual([[1, '中文']]);
});

test('numbers are the nearest doubles to their digits', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.oneof(
          fc.double({ noNaN: true, noDefaultInfinity: true }),
          fc.integer(),
          fc.float({ noNaN: true, noDefaultInfinity: true }),
        ),
        { minLength: 1 },
      ),
      (values) => {
        const cells = values.map((value) => `<c><v>${value}</v></c>`).join('');
        expect(firstCells(sheetOf(`<row>${cells}</row>`))).toEqual([
          [1, ...values.map((value) => value + 0)],
        ]);
      },
    ),
  );
  expect(
    firstCells(
      sheetOf(
        '<row><c><v>0.1</v></c><c><v> 12 </v></c><c><v>1E3</v></c><c><v>.5</v></c><c><v>5.</v></c><c><v>x</v></c><c><v>-</v></c></row>',
      ),
    ),
  ).toEqual([[1, 0.1, 12, 1000, 0.5, 5, 'x', '-']]);
});

const anyCell = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 20 }).filter((text) => !text.includes('\r')),
  fc.constantFrom('__proto__', '007', '=1+1', ' 前后 ', 'a\tb\nc', '&lt;'),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
);

// Compared with the grid itself: SheetJS reads `&lt;` in its own inline strings as `<`.
test('any grid that SheetJS writes is read the same', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(anyCell, { maxLength: 8 }), { maxLength: 12 }),
      fc.boolean(),
      (rows, bookSST) => {
        const grid = [['头'], ...rows];
        const bytes = written(XLSX.utils.book_new(XLSX.utils.aoa_to_sheet(grid), 's'), { bookSST });
        const expected = grid
          .map((row, index) => [
            index + 1,
            ...row.map((cell) => (cell === '' ? null : typeof cell === 'number' ? cell + 0 : cell)),
          ])
          .map((row) => row.slice(0, row.findLastIndex((cell) => cell !== null) + 1));
        expect(read(bytes).sheets[0]?.rows.map(({ number, cells }) => [number, ...cells])).toEqual(
          expected.filter((row) => row.length > 1),
        );
      },
    ),
  );
});

test('progress rises to the end', () => {
  const bytes = written(
    XLSX.utils.book_new(XLSX.utils.aoa_to_sheet(Array.from({ length: 9000 }, (_, row) => [row])), 's'),
  );
  const steps: number[] = [];
  readWorkbook(bytes, { name: 'x', onProgress: (done, total) => steps.push(done / total) });
  expect(steps.length).toBeGreaterThan(3);
  expect(steps).toEqual(steps.toSorted((a, b) => a - b));
  expect(steps.at(-1)).toBeCloseTo(1, 3);
});
