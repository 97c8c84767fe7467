import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { projectDirectory } from './page.ts';

const directory = mkdtempSync(join(tmpdir(), '总代 启动-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

function start(source: string, ...args: string[]) {
  const entry = join(directory, `${Math.random().toString(36).slice(2)}.mjs`);
  writeFileSync(entry, source);
  const child = spawn(process.execPath, [join(projectDirectory, 'build', 'run.mjs'), entry, ...args], {
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const said = { out: '', error: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said.out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said.error += text));
  const line = async (): Promise<string> => {
    while (!said.out.includes('\n')) await once(child.stdout, 'data');
    return said.out.split('\n')[0] ?? '';
  };
  return {
    child,
    said,
    line,
    ended: once(child, 'close') as Promise<[number | null, NodeJS.Signals | null]>,
  };
}

const announceAndWait = `
  process.on('SIGTERM', () => process.exit(7));
  console.log(process.pid);
  setInterval(() => {}, 1000);
`;

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

async function untilGone(pid: number): Promise<boolean> {
  for (let tries = 0; tries < 100; tries += 1) {
    if (!alive(pid)) return true;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return false;
}

test('arguments, streams and the exit code pass through, and nothing else is written', async () => {
  const { child, said, ended } = start(
    `process.stdin.on('data', (text) => process.stdout.write(process.argv.slice(2).join('|') + text));
     process.stdin.on('end', () => { process.exitCode = 3; });`,
    'a b',
    '中文',
  );
  child.stdin.end('!');
  expect((await ended)[0]).toBe(3);
  expect(said).toEqual({ out: 'a b|中文!', error: '' });
});

test('the work is done by Node 24', async () => {
  const { said, ended } = start('console.log(process.versions.node.split(".")[0]);');
  await ended;
  expect(Number(said.out)).toBeGreaterThanOrEqual(24);
});

test.skipIf(process.platform === 'win32')(
  'a stop signal reaches the program, which ends in its own way',
  async () => {
    const { child, line, ended } = start(announceAndWait);
    await line();
    child.kill('SIGTERM');
    expect((await ended)[0]).toBe(7);
  },
);

test('the program does not outlive the one that launched it', async () => {
  const { child, line } = start(announceAndWait);
  const pid = Number(await line());
  expect(alive(pid)).toBe(true);
  child.kill('SIGKILL');
  expect(await untilGone(pid)).toBe(true);
});
