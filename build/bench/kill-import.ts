import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setTimeout as delay } from 'node:timers/promises';

import Sqlite from 'better-sqlite3';

import { removeQuietly } from '#db/files.ts';
import { storeFileName } from '#db/store.ts';

import { rihua } from './data.ts';

const cli = fileURLToPath(new URL('../../main/headless/cli.ts', import.meta.url));

export interface KillTally {
  readonly rounds: number;
  readonly absent: number;
  readonly whole: number;
  /** Anything that must not be: a half import, or a store that `check` finds fault with. */
  readonly faults: readonly string[];
}

/** Ends an import of `file` with SIGKILL at random moments, each on a new store, and checks what each left behind. */
export async function killImports(file: string, expectedLines: number, rounds: number): Promise<KillTally> {
  const whole = await timeWhole(file);
  const tally = { rounds, absent: 0, whole: 0, faults: [] as string[] };
  for (let round = 0; round < rounds; round += 1) {
    const directory = mkdtempSync(join(tmpdir(), '断电 测试-'));
    // Half of the kills anywhere, half in the last part, where the writing is.
    const moment = round % 2 === 0 ? Math.random() * whole : whole * (0.5 + Math.random() * 0.6);
    await killAfter(moment, file, directory);
    const { lines, imports } = contentOf(directory);
    const check = spawnSync(process.execPath, [cli, 'check', '--json', '--data', directory], {
      encoding: 'utf8',
    });
    if (check.status !== 0)
      tally.faults.push(`${Math.round(moment)} ms: check says ${check.stdout}${check.stderr}`);
    if (lines === 0 && imports === 0) tally.absent += 1;
    else if (lines === expectedLines && imports === 1) tally.whole += 1;
    else tally.faults.push(`${Math.round(moment)} ms: ${lines} lines, ${imports} imports`);
    await removeQuietly(directory);
  }
  return tally;
}

function start(file: string, directory: string) {
  return spawn(process.execPath, [cli, 'import', file, '--skip-rejected', '--json', '--data', directory], {
    stdio: 'ignore',
  });
}

async function timeWhole(file: string): Promise<number> {
  const directory = mkdtempSync(join(tmpdir(), '断电 测试-'));
  const started = performance.now();
  const child = start(file, directory);
  await new Promise((resolve) => child.once('exit', resolve));
  const took = performance.now() - started;
  await removeQuietly(directory);
  return took;
}

async function killAfter(milliseconds: number, file: string, directory: string): Promise<void> {
  const child = start(file, directory);
  const ended = new Promise((resolve) => child.once('exit', resolve));
  await Promise.race([delay(milliseconds), ended]);
  child.kill('SIGKILL');
  await ended;
}

function contentOf(directory: string): { lines: number; imports: number } {
  let database: Sqlite.Database;
  try {
    database = new Sqlite(join(directory, storeFileName), { fileMustExist: true });
  } catch {
    return { lines: 0, imports: 0 };
  }
  try {
    const count = (table: string): number => {
      const known = database.prepare(`SELECT 1 FROM sqlite_master WHERE name = ?`).get(table) !== undefined;
      return known ? (database.prepare(`SELECT count(*) FROM ${table}`).pluck().get() as number) : 0;
    };
    return {
      lines: count('sales_line'),
      imports: count('import'),
    };
  } finally {
    database.close();
  }
}

/** Prints the tally of 50 kills of the real import. */
export async function benchKills(): Promise<void> {
  if (rihua === undefined) {
    process.stdout.write('skipped, 日化.xlsx is not here\n');
    return;
  }
  const tally = await killImports(rihua, 31_443, 50);
  process.stdout.write(`${JSON.stringify(tally)}\n`);
  if (tally.faults.length > 0) process.exitCode = 1;
}
