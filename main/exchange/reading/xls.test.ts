import { expect, test } from 'vitest';
import * as XLSX from 'xlsx';
import { readWorkbook } from './read-workbook.ts';
import { failureCode } from './testing.ts';

const read = (bytes: Uint8Array) => readWorkbook(bytes, { name: '旧.xls' });

function oldWorkbook(date1904: boolean, bookType: XLSX.BookType = 'biff8'): Uint8Array {
  const sheet = XLSX.utils.aoa_to_sheet([
    ['编码', '数量', '日期', '错'],
    ['007', 12.5, null, null],
    [],
    [true],
  ]);
  sheet['C2'] = { t: 'n', v: 43_831.25, z: 'yyyy-mm-dd' };
  sheet['D2'] = { t: 'e', v: 42 };
  sheet['!merges'] = [XLSX.utils.decode_range('A1:B1')];
  const book = XLSX.utils.book_new(sheet, '库存');
  XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet([['x']]), '藏');
  book.Workbook = { WBProps: { date1904 }, Sheets: [{ Hidden: 0 }, { Hidden: 1 }] };
  return XLSX.write(book, { type: 'buffer', bookType }) as Uint8Array;
}

test.each([
  [false, '2020-01-01'],
  [true, '2024-01-02'],
])('an Excel 97 workbook (1904: %s)', (date1904, day) => {
  expect(read(oldWorkbook(date1904))).toEqual({
    format: 'xls',
    sheets: [
      {
        name: '库存',
        hidden: false,
        rows: [
          { number: 1, cells: ['编码', '数量', '日期', '错'] },
          { number: 2, cells: ['007', 12.5, { day }, { error: '#N/A' }] },
          { number: 4, cells: [true] },
        ],
        merges: [{ top: 0, left: 0, bottom: 0, right: 1 }],
      },
      { name: '藏', hidden: true, rows: [{ number: 1, cells: ['x'] }], merges: [] },
    ],
  });
});

test('cut off or scrambled, it is a named failure', () => {
  const bytes = oldWorkbook(false);
  for (let length = 8; length < bytes.length; length += 97) {
    expect(failureCode(() => read(bytes.subarray(0, length)))).toMatch(/^(?:none|file\.\w+)$/u);
  }
  for (let at = 8; at < bytes.length; at += 41) {
    const changed = Uint8Array.from(bytes);
    changed[at] = (changed[at] ?? 0) ^ 0xff;
    expect(failureCode(() => read(changed))).toMatch(/^(?:none|file\.\w+)$/u);
  }
});

test('compound files that are no workbook', () => {
  const container = XLSX.CFB.utils.cfb_new();
  XLSX.CFB.utils.cfb_add(container, '/WordDocument', Buffer.alloc(64));
  expect(failureCode(() => read(XLSX.CFB.write(container, { type: 'buffer' }) as Uint8Array))).toBe(
    'file.unknownType',
  );
});
