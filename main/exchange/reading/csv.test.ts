import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import type { TextEncoding } from '#app/exchange/sheet.ts';
import { readWorkbook } from './read-workbook.ts';

const read = (bytes: Uint8Array, encoding?: TextEncoding) =>
  readWorkbook(bytes, { name: 'D:\\资料\\销售.csv', encoding });
const rowsOf = (text: string) =>
  read(Buffer.from(text)).sheets[0]?.rows.map(({ number, cells }) => [number, ...cells]);

test('every cell stays text; empty cells are empty; quotes, line ends and rows as spreadsheets count', () => {
  expect(rowsOf('编码,名称,数量\r\n007,"甲,乙",1\r\n\r\n,,\r\n008,"两""行\r\n名",-5\r\n')).toEqual([
    [1, '编码', '名称', '数量'],
    [2, '007', '甲,乙', '1'],
    [5, '008', '两"行\r\n名', '-5'],
  ]);
  expect(rowsOf('a,b\n1,\n')).toEqual([
    [1, 'a', 'b'],
    [2, '1'],
  ]);
  expect(rowsOf('a,b\r1,2')).toEqual([
    [1, 'a', 'b'],
    [2, '1', '2'],
  ]);
});

test('comma, tab and semicolon are told apart', () => {
  for (const separator of [',', '\t', ';']) {
    const text = ['编码', '名称', 'x'].join(separator) + '\n' + ['1', '"a,b;c"', '3'].join(separator) + '\n';
    expect(rowsOf(text)).toEqual([
      [1, '编码', '名称', 'x'],
      [2, '1', 'a,b;c', '3'],
    ]);
  }
  expect(rowsOf('只有一列\n甲\n乙\n')).toEqual([
    [1, '只有一列'],
    [2, '甲'],
    [3, '乙'],
  ]);
});

test('careless files: mixed line ends, open quotes, text after quotes, titles above, other signs in the text', () => {
  expect(rowsOf('a,b\r\n1,2\n3,4\r5,6')).toEqual([
    [1, 'a', 'b'],
    [2, '1', '2'],
    [3, '3', '4'],
    [4, '5', '6'],
  ]);
  expect(rowsOf('a,b\n"1,2\n3,5"\n')).toEqual([
    [1, 'a', 'b'],
    [2, '1,2\n3,5'],
  ]);
  expect(rowsOf('a,b\n"1,2\n3,4"" 寸\n')).toEqual([
    [1, 'a', 'b'],
    [2, '"1', '2'],
    [3, '3', '4"" 寸'],
  ]);
  expect(rowsOf('a,b\n"1"x,5"\n')).toEqual([
    [1, 'a', 'b'],
    [2, '1x', '5"'],
  ]);
  expect(rowsOf('销售表\n\n编码,名称\n1,甲;乙;丙\n2,丁\n')).toEqual([
    [1, '销售表'],
    [3, '编码', '名称'],
    [4, '1', '甲;乙;丙'],
    [5, '2', '丁'],
  ]);
  expect(rowsOf('价;量\n1,5;2\n2,5;3\n')).toEqual([
    [1, '价', '量'],
    [2, '1,5', '2'],
    [3, '2,5', '3'],
  ]);
});

test('a large file of quotes is read in one pass', () => {
  const row = '"a""b","",x\n';
  expect(rowsOf(`"${row.repeat(20_000)}`)?.length).toBeGreaterThan(10_000);
});

const text = '编码,名称\r\n001,玻尿酸面膜\r\n';
const gb18030 = Buffer.from([
  0xb1, 0xe0, 0xc2, 0xeb, 0x2c, 0xc3, 0xfb, 0xb3, 0xc6, 0x0d, 0x0a, 0x30, 0x30, 0x31, 0x2c, 0xb2, 0xa3, 0xc4,
  0xf2, 0xcb, 0xe1, 0xc3, 0xe6, 0xc4, 0xa4, 0x0d, 0x0a,
]);
const utf16be = Buffer.from(`\uFEFF${text}`, 'utf16le').swap16();

test.each<[string, Buffer, TextEncoding]>([
  ['UTF-8', Buffer.from(text), 'utf-8'],
  ['UTF-8 with a mark', Buffer.from(`\uFEFF${text}`), 'utf-8'],
  ['GB18030', gb18030, 'gb18030'],
  ['UTF-16', Buffer.from(`\uFEFF${text}`, 'utf16le'), 'utf-16le'],
  ['UTF-16, big end first', utf16be, 'utf-16be'],
  ['UTF-16 without a mark', Buffer.from(text, 'utf16le'), 'utf-16le'],
])('%s is recognised', (_, bytes, encoding) => {
  const workbook = read(bytes);
  expect(workbook.encoding).toBe(encoding);
  expect(workbook.sheets).toEqual([
    {
      name: '销售',
      hidden: false,
      merges: [],
      rows: [
        { number: 1, cells: ['编码', '名称'] },
        { number: 2, cells: ['001', '玻尿酸面膜'] },
      ],
    },
  ]);
});

test('the person can choose the encoding', () => {
  const wrong = read(gb18030, 'utf-16le');
  expect(wrong.encoding).toBe('utf-16le');
  // 鎮 in UTF-8 read as GB18030 is what people see when the guess is wrong, so the choice must be obeyed.
  expect(read(Buffer.from(text), 'gb18030').sheets[0]?.rows[0]?.cells[0]).not.toBe('编码');
});

test('the system’s own converter agrees on GB18030', () => {
  const all = '编码,名称\n1,㐀𠮷€ö龍\n';
  let bytes: Buffer;
  try {
    bytes = execFileSync('iconv', ['-f', 'UTF-8', '-t', 'GB18030'], { input: all });
  } catch {
    console.warn('SKIPPED: iconv is not here');
    return;
  }
  expect(read(bytes).sheets[0]?.rows[1]?.cells).toEqual(['1', '㐀𠮷€ö龍']);
});

test('only the apostrophe that guards a formula is taken off', () => {
  expect(rowsOf("a\n'=1+1\n'abc\n''=x\n=1\n'-5\n'\n")).toEqual([
    [1, 'a'],
    [2, '=1+1'],
    [3, "'abc"],
    [4, "'=x"],
    [5, '=1'],
    [6, '-5'],
    [7, "'"],
  ]);
});
