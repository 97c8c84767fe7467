import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, statSync } from 'node:fs';
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

/** How an undisturbed import runs: what the moments of the kills are drawn from. */
interface Course {
  readonly milliseconds: number;
  /** What the transaction writes at its end, before and while it is committed. */
  readonly logBytes: number;
}

type Moment = { readonly after: number } | { readonly logBytes: number };

/**
 * Ends an import of `file` with SIGKILL at random moments, each on a new store, and checks what each left behind. A third of
 * the kills hit anywhere, a third the later half, a third while the commit itself is being written to the log.
 */
export async function killImports(file: string, expectedLines: number, rounds: number): Promise<KillTally> {
  const course = await runWhole(file);
  const tally = { rounds, absent: 0, whole: 0, faults: [] as string[] };
  for (let round = 0; round < rounds; round += 1) {
    const directory = mkdtempSync(join(tmpdir(), '断电 测试-'));
    const moment = momentOf(round, course);
    await killAt(moment, file, directory);
    const { lines, imports } = contentOf(directory);
    const told = JSON.stringify(moment);
    const check = spawnSync(process.execPath, [cli, 'check', '--json', '--data', directory], {
      encoding: 'utf8',
    });
    if (check.status !== 0) tally.faults.push(`${told}: check says ${check.stdout}${check.stderr}`);
    if (lines === 0 && imports === 0) tally.absent += 1;
    else if (lines === expectedLines && imports === 1) tally.whole += 1;
    else tally.faults.push(`${told}: ${lines} lines, ${imports} imports`);
    await removeQuietly(directory);
  }
  return tally;
}

function momentOf(round: number, { milliseconds, logBytes }: Course): Moment {
  if (round % 3 === 0) return { after: Math.random() * milliseconds * 1.2 };
  if (round % 3 === 1) return { after: milliseconds * (0.5 + Math.random() * 0.7) };
  return { logBytes: Math.random() * logBytes };
}

function start(file: string, directory: string) {
  return spawn(process.execPath, [cli, 'import', file, '--skip-rejected', '--json', '--data', directory], {
    stdio: 'ignore',
  });
}

async function runWhole(file: string): Promise<Course> {
  const directory = mkdtempSync(join(tmpdir(), '断电 测试-'));
  const started = performance.now();
  const child = start(file, directory);
  const ended = new Promise((resolve) => child.once('exit', resolve));
  let logBytes = 0;
  while (child.exitCode === null) {
    logBytes = Math.max(logBytes, logSize(directory));
    await Promise.race([delay(1), ended]);
  }
  const milliseconds = performance.now() - started;
  await removeQuietly(directory);
  return { milliseconds, logBytes };
}

async function killAt(moment: Moment, file: string, directory: string): Promise<void> {
  const child = start(file, directory);
  const ended = new Promise((resolve) => child.once('exit', resolve));
  if ('after' in moment) await Promise.race([delay(moment.after), ended]);
  else while (child.exitCode === null && logSize(directory) < moment.logBytes) await delay(1);
  child.kill('SIGKILL');
  await ended;
}

function logSize(directory: string): number {
  return statSync(join(directory, `${storeFileName}-wal`), { throwIfNoEntry: false })?.size ?? 0;
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
