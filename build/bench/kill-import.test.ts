import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { removeQuietly } from '#db/files.ts';
import { writeWorkbook } from '#main/exchange/writing/write-workbook.ts';

import { killImports } from './kill-import.ts';
import { largeSheet } from './large-workbook.ts';

test(
  'an import that is killed is wholly there or wholly absent, and the store is sound',
  { timeout: 300_000 },
  async () => {
    const directory = mkdtempSync(join(tmpdir(), '断电 文件-'));
    try {
      const file = join(directory, '销售.xlsx');
      writeFileSync(file, writeWorkbook([largeSheet(12_000)]));
      const tally = await killImports(file, 12_000, 6);
      expect(tally.faults).toEqual([]);
      expect(tally.absent + tally.whole).toBe(6);
    } finally {
      await removeQuietly(directory);
    }
  },
);
