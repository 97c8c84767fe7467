import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';

import { onlineRetail } from './data.ts';

const once = fileURLToPath(new URL('./online-retail-once.ts', import.meta.url));

/** Prints what importing all of Online Retail takes, as history and as issues, with the store checked after it and after an undo. */
export function benchOnlineRetail(): void {
  if (onlineRetail === undefined) {
    process.stdout.write('online_retail.csv.gz: skipped, the file is not here\n');
    return;
  }
  const directory = mkdtempSync(join(tmpdir(), '零售 测速-'));
  try {
    const file = join(directory, 'online_retail.csv');
    writeFileSync(file, gunzipSync(readFileSync(onlineRetail)));
    for (const mode of ['history', 'issue'])
      process.stdout.write(
        execFileSync(process.execPath, [once, file, join(directory, mode), mode], { encoding: 'utf8' }),
      );
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

if (import.meta.main) benchOnlineRetail();
