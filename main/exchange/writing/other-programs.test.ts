import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import type { SheetToWrite } from './sheet-to-write.ts';
import { writeWorkbook } from './write-workbook.ts';

const sheet: SheetToWrite = {
  name: "订单'A'",
  titleRows: [{ label: '采购订单' }, { label: '订单号', value: '000123' }],
  columns: [
    { header: '商品编号', kind: 'text' },
    { header: '数量', kind: 'quantity' },
    { header: '金额', kind: 'money' },
    { header: '到货日', kind: 'day' },
    { header: '备注', kind: 'text' },
  ],
  rows: [
    ['007', 1200, 123_456, '2024-03-01', '=1+1'],
    ['6901234567890', -3, -5, '1999-12-31', 'a & <b> "c"\n第二行'],
  ],
  totalRow: ['合计', 1197, 123_451, null, null],
  freeze: { columns: 1 },
};

const folder = mkdtempSync(join(tmpdir(), 'zongdai-'));
const file = join(folder, 'order.xlsx');
writeFileSync(
  file,
  writeWorkbook([sheet, { name: '空', columns: [{ header: '甲', kind: 'text' }], rows: [] }]),
);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function works(program: string, ...parameters: string[]): boolean {
  try {
    execFileSync(program, parameters, { stdio: 'ignore', timeout: 60_000 });
    return true;
  } catch {
    console.warn(`SKIPPED: ${program} ${parameters.join(' ')} does not work here`);
    return false;
  }
}

const pythons = process.platform === 'win32' ? ['python'] : ['/usr/bin/python3', 'python3'];
const python = pythons.find((program) => works(program, '-c', 'import openpyxl'));
const office = works('soffice', '--version');

const script = `
import json, sys, warnings, openpyxl
warnings.simplefilter('error')
book = openpyxl.load_workbook(sys.argv[1])
sheet = book.worksheets[0]
print(json.dumps({
  'names': book.sheetnames, 'freeze': sheet.freeze_panes, 'filter': sheet.auto_filter.ref, 'titles': sheet.print_title_rows,
  'bold': [sheet.cell(4, 1).font.b, sheet.cell(5, 1).font.b],
  'cells': [[[c.data_type, c.number_format, str(c.value)] for c in row] for row in sheet.iter_rows(min_row=5, max_row=7)],
}))`;

test.skipIf(python === undefined)('openpyxl reads values, formats, filter and frozen panes', () => {
  const found: unknown = JSON.parse(execFileSync(python ?? '', ['-c', script, file], { encoding: 'utf8' }));
  expect(found).toEqual({
    names: ["订单'A", '空'],
    freeze: 'B5',
    filter: 'A4:E6',
    titles: '$4:$4',
    bold: [true, false],
    cells: [
      [
        ['s', '@', '007'],
        ['n', '#,##0', '1200'],
        ['n', '#,##0.00', '1234.56'],
        ['d', 'yyyy\\-mm\\-dd', '2024-03-01 00:00:00'],
        ['s', '@', '=1+1'],
      ],
      [
        ['s', '@', '6901234567890'],
        ['n', '#,##0', '-3'],
        ['n', '#,##0.00', '-0.05'],
        ['d', 'yyyy\\-mm\\-dd', '1999-12-31 00:00:00'],
        ['s', '@', 'a & <b> "c"\n第二行'],
      ],
      [
        ['s', '@', '合计'],
        ['n', '#,##0', '1197'],
        ['n', '#,##0.00', '1234.51'],
        ['n', 'yyyy\\-mm\\-dd', 'None'],
        ['n', '@', 'None'],
      ],
    ],
  });
});

test.skipIf(!office)('LibreOffice shows what was meant', { timeout: 120_000 }, () => {
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
  // Comma, quote, UTF-8, from the first line on, as an English machine shows it.
  const filter = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,1033,false,true,true';
  execFileSync('soffice', [profile, '--headless', '--convert-to', filter, '--outdir', folder, file], {
    stdio: 'ignore',
  });
  expect(readFileSync(join(folder, 'order.csv'), 'utf8').split('\n')).toEqual([
    '采购订单,,,,',
    '订单号,000123,,,',
    ',,,,',
    '商品编号,数量,金额,到货日,备注',
    '007,"1,200","1,234.56",2024-03-01,=1+1',
    '6901234567890,-3,-0.05,1999-12-31,"a & <b> ""c""',
    '第二行"',
    '合计,"1,197","1,234.51",,',
    '',
  ]);
});
