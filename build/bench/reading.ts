import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readWorkbook } from '#main/exchange/reading/read-workbook.ts';
import { writeWorkbook } from '#main/exchange/writing/write-workbook.ts';
import { largeSheet } from './large-workbook.ts';

const here = fileURLToPath(import.meta.url);
const dataFolder =
  process.env['ZONGDAI_DATA'] ?? fileURLToPath(new URL('../../../shared/data/', import.meta.url));

/**
 * Prints how long a first reading takes and what the process then peaks at; each file in a process of its
 * own.
 */
export function benchReading(): void {
  const folder = mkdtempSync(join(tmpdir(), 'zongdai-bench-'));
  try {
    const large = join(folder, '100000x10.xlsx');
    const started = performance.now();
    writeFileSync(large, writeWorkbook([largeSheet(100_000)]));
    console.log(`writing 100,000 × 10: ${Math.round(performance.now() - started)} ms`);
    const real = join(dataFolder, 'rihua', '日化.xlsx');
    if (!existsSync(real)) console.log(`skipped, not found: ${real}`);
    for (const file of [real, large].filter((path) => existsSync(path))) {
      process.stdout.write(execFileSync(process.execPath, [here, file], { encoding: 'utf8' }));
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function measure(file: string): void {
  const before = Math.round(process.resourceUsage().maxRSS / 1024);
  const started = performance.now();
  const { sheets } = readWorkbook(readFileSync(file), { name: basename(file) });
  const time = Math.round(performance.now() - started);
  const peak = Math.round(process.resourceUsage().maxRSS / 1024);
  const rows = sheets.reduce((sum, sheet) => sum + sheet.rows.length, 0);
  console.log(`reading ${basename(file)}: ${rows} rows, ${time} ms, peak ${peak} MB (${before} MB before)`);
}

if (process.argv[1] === here) {
  const file = process.argv[2];
  if (file === undefined) benchReading();
  else measure(file);
}
