import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as XLSX from 'xlsx';
import { writeWorkbook } from '../writing/write-workbook.ts';
import { packZip } from '../writing/zip.ts';
import { defaultLimits } from './limits.ts';
import { readWorkbook } from './read-workbook.ts';
import { failureCode, handmadeXlsx, sheetOf } from './testing.ts';

const read = (bytes: Uint8Array, limits = defaultLimits) =>
  readWorkbook(bytes, { name: '可疑.xlsx', limits });
const codeOf = (bytes: Uint8Array, limits = defaultLimits) => failureCode(() => read(bytes, limits));

const good = writeWorkbook([
  {
    name: '库存',
    columns: [
      { header: '编码', kind: 'text' },
      { header: '数量', kind: 'quantity' },
      { header: '日期', kind: 'day' },
    ],
    rows: Array.from({ length: 50 }, (_, row) => [`X${row}`, row, '2024-02-29']),
  },
]);

test('a file cut off anywhere is damaged, never half read', () => {
  for (let length = 4; length < good.length; length += 7)
    expect(codeOf(good.subarray(0, length))).toBe('file.damaged');
});

test('flipped bytes give a workbook or a named failure', () => {
  const flips = fc.array(fc.tuple(fc.nat(good.length - 1), fc.integer({ min: 1, max: 255 })), {
    minLength: 1,
    maxLength: 6,
  });
  fc.assert(
    fc.property(flips, (changes) => {
      const bytes = Uint8Array.from(good);
      for (const [at, change] of changes) bytes[at] = (bytes[at] ?? 0) ^ change;
      expect(codeOf(bytes)).toMatch(/^(?:none|file\.\w+)$/u);
    }),
    { numRuns: 500 },
  );
});

test('broken XML gives a workbook or a named failure', () => {
  const sheet = sheetOf(
    '<row r="1"><c r="A1" t="inlineStr"><is><t>甲&amp;</t></is></c><c s="1"><v>1.5</v></c></row>',
  );
  const change = fc.tuple(
    fc.nat(sheet.length),
    fc.nat(4),
    fc.constantFrom('', '<', '>', '"', '/', '&', '<!--', ']]>', '<c', '</c>', '\0'),
  );
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), (changes) => {
      let text = sheet;
      for (const [at, removed, added] of changes) text = text.slice(0, at) + added + text.slice(at + removed);
      expect(codeOf(handmadeXlsx(text))).toMatch(/^(?:none|file\.\w+)$/u);
    }),
    { numRuns: 500 },
  );
});

test('a zip bomb is refused before it is unpacked', () => {
  const bomb = handmadeXlsx(sheetOf('<row><c><v>1</v></c></row>') + ' '.repeat(60 * 1024 * 1024));
  expect(bomb.length).toBeLessThan(100_000);
  expect(codeOf(bomb)).toBe('file.expandsTooFar');
});

test('the same part under many sheets counts each time', () => {
  const sheets = Array.from({ length: 40 }, (_, index) => `<sheet name="${index}" r:id="rId1"/>`).join('');
  const parts = { 'xl/workbook.xml': `<workbook xmlns:r="r"><sheets>${sheets}</sheets></workbook>` };
  expect(codeOf(handmadeXlsx(sheetOf('') + ' '.repeat(1024 * 1024), parts))).toBe('file.expandsTooFar');
});

/** Changes the declared unpacked size of a part in the directory and in its own header. */
function declareSize(bytes: Uint8Array, part: string, size: number): Uint8Array {
  const changed = Buffer.from(bytes);
  for (let at = changed.indexOf(part); at >= 0; at = changed.indexOf(part, at + 1)) {
    if (changed.readUInt32LE(at - 30) === 0x04034b50) changed.writeUInt32LE(size, at - 30 + 22);
    else if (changed.readUInt32LE(at - 46) === 0x02014b50) changed.writeUInt32LE(size, at - 46 + 24);
  }
  return changed;
}

test('lying sizes do not defeat the limits', () => {
  const part = 'xl/worksheets/sheet1.xml';
  const bomb = handmadeXlsx(sheetOf('<row><c><v>1</v></c></row>') + ' '.repeat(60 * 1024 * 1024));
  for (const size of [0, 1, 100, 65_536]) expect(codeOf(declareSize(bomb, part, size))).toBe('file.damaged');
  for (const size of [1, 10_000]) expect(codeOf(declareSize(good, part, size))).toBe('file.damaged');
  for (const size of [0xffff_fffe, 0x7fff_ffff])
    expect(codeOf(declareSize(good, part, size))).toBe('file.expandsTooFar');
  expect(codeOf(declareSize(good, part, 0xffff_ffff))).toBe('file.damaged');
});

test('a wrong checksum is damage', () => {
  const bytes = Buffer.from(good);
  const at = bytes.lastIndexOf('xl/worksheets/sheet1.xml') - 46;
  bytes.writeUInt8(bytes.readUInt8(at + 16) ^ 1, at + 16);
  expect(codeOf(bytes)).toBe('file.damaged');
});

test('entity declarations and unknown entities are refused', () => {
  const doctype = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>';
  expect(codeOf(handmadeXlsx(doctype + sheetOf('<row><c t="str"><v>&b;</v></c></row>')))).toBe(
    'file.damaged',
  );
  expect(codeOf(handmadeXlsx(sheetOf('<row><c t="str"><v>&b;</v></c></row>')))).toBe('file.damaged');
  expect(codeOf(handmadeXlsx(sheetOf(''), { 'xl/workbook.xml': `${doctype}<workbook/>` }))).toBe(
    'file.damaged',
  );
});

test('missing parts, unknown strings and impossible places are damage', () => {
  expect(codeOf(handmadeXlsx(sheetOf('<row><c t="s"><v>7</v></c></row>')))).toBe('file.damaged');
  expect(codeOf(handmadeXlsx(sheetOf('<row><c t="s"><v>-1</v></c></row>')))).toBe('file.damaged');
  expect(codeOf(handmadeXlsx(sheetOf('<row r="x"><c><v>1</v></c></row>')))).toBe('file.damaged');
  expect(codeOf(handmadeXlsx(sheetOf('<row r="0"><c><v>1</v></c></row>')))).toBe('file.damaged');
  expect(codeOf(handmadeXlsx(sheetOf('<row><c r="ZZZ1"><v>1</v></c></row>')))).toBe('file.damaged');
  expect(codeOf(handmadeXlsx('<worksheet><sheetData><row><c><v>1</v>'))).toBe('file.damaged');
  const relations =
    '<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="../../../etc/passwd"/></Relationships>';
  expect(codeOf(handmadeXlsx('', { 'xl/_rels/workbook.xml.rels': relations }))).toBe('file.damaged');
});

test('names of the language are only text', () => {
  const bytes = handmadeXlsx(sheetOf('<row><c t="inlineStr"><is><t>__proto__</t></is></c></row>'), {
    'xl/workbook.xml':
      '<workbook xmlns:r="r"><sheets><sheet name="__proto__" r:id="rId1"/></sheets></workbook>',
    '__proto__/constructor': 'x',
  });
  expect(read(bytes).sheets).toEqual([
    { name: '__proto__', hidden: false, rows: [{ number: 1, cells: ['__proto__'] }], merges: [] },
  ]);
  expect(({} as Record<string, unknown>)['name']).toBeUndefined();
});

test('too large, too many rows, too many cells', () => {
  expect(codeOf(good, { ...defaultLimits, fileBytes: 1000 })).toBe('file.tooLarge');
  expect(codeOf(good, { ...defaultLimits, rows: 50 })).toBe('file.tooManyRows');
  expect(codeOf(good, { ...defaultLimits, cells: 100 })).toBe('file.tooManyCells');
  expect(codeOf(handmadeXlsx(sheetOf('<row r="1048577"><c><v>1</v></c></row>')))).toBe('file.tooManyRows');
  // One filled cell far to the right costs the empty ones before it, too.
  const wide = Array.from(
    { length: 2000 },
    (_, row) => `<row r="${row + 1}"><c r="XFD${row + 1}"><v>1</v></c></row>`,
  ).join('');
  expect(codeOf(handmadeXlsx(sheetOf(wide)))).toBe('file.tooManyCells');
});

test('other files are not taken for tables', () => {
  const word = packZip([
    {
      name: '_rels/.rels',
      bytes: Buffer.from(
        '<Relationships><Relationship Id="r" Type="x/officeDocument" Target="word/document.xml"/></Relationships>',
      ),
    },
    { name: 'word/document.xml', bytes: Buffer.from('<w:document/>') },
  ]);
  const samples = [
    word,
    XLSX.write(XLSX.utils.book_new(XLSX.utils.aoa_to_sheet([['x']]), 's'), {
      type: 'buffer',
      bookType: 'xlsb',
    }) as Uint8Array,
    XLSX.write(XLSX.utils.book_new(XLSX.utils.aoa_to_sheet([['x']]), 's'), {
      type: 'buffer',
      bookType: 'ods',
    }) as Uint8Array,
    packZip([{ name: '照片.txt', bytes: Buffer.from('x') }]),
    packZip([]),
    Buffer.from('%PDF-1.7\n1 0 obj'),
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    Buffer.from('\xff\xd8\xff\xe0', 'latin1'),
    deflateRawSync(Buffer.alloc(1000)),
    Buffer.from([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0, 4, 0]),
    Buffer.from('\uFEFF<html><table><tr><td>1</td></tr></table>'),
  ];
  for (const sample of samples) expect(codeOf(sample)).toBe('file.unknownType');
});

test('nothing inside', () => {
  expect(codeOf(new Uint8Array())).toBe('file.empty');
  expect(codeOf(handmadeXlsx(sheetOf('<row><c s="1"/></row>')))).toBe('file.empty');
  expect(codeOf(Buffer.from('\r\n,,\r\n'))).toBe('file.empty');
});

test('an encrypted workbook asks for the password to be removed', () => {
  const container = XLSX.CFB.utils.cfb_new();
  XLSX.CFB.utils.cfb_add(container, '/EncryptedPackage', Buffer.alloc(64));
  XLSX.CFB.utils.cfb_add(container, '/EncryptionInfo', Buffer.alloc(64));
  expect(codeOf(XLSX.CFB.write(container, { type: 'buffer' }) as Uint8Array)).toBe('file.encrypted');
  const flagged = Buffer.from(good);
  const at = flagged.lastIndexOf('xl/worksheets/sheet1.xml') - 46;
  flagged.writeUInt16LE(flagged.readUInt16LE(at + 8) | 1, at + 8);
  expect(codeOf(flagged)).toBe('file.encrypted');
});
