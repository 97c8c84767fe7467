import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { _electron, test as base } from '@playwright/test';
import type { Page } from '@playwright/test';
import { findElectron } from '../../build/electron-binary.ts';
import { timeZone } from './days.ts';

export { expect } from '@playwright/test';

const projectDirectory = resolve(import.meta.dirname, '..', '..');

export interface ApplicationOptions {
  /** Which host serves the page: the headless one in a browser, or the desktop one in Electron. */
  host: 'headless' | 'electron';
}

interface Application {
  /** The data directory of this test, new and empty, with a space and Chinese characters in its path. */
  dataDirectory: string;
  /** The application's first page, open on that directory. */
  page: Page;
}

interface Running {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/** Starts the headless host on a data directory; `stop` ends it as Ctrl C does. */
export async function startHeadless(dataDirectory: string): Promise<Running> {
  const child = spawn(
    process.execPath,
    [
      '--disable-warning=ExperimentalWarning',
      join(projectDirectory, 'main', 'headless', 'serve.ts'),
      '--data',
      dataDirectory,
      '--json',
    ],
    { cwd: projectDirectory, stdio: ['ignore', 'pipe', 'pipe'], env: nodeEnvironment() },
  );
  const url = await firstAddress(child);
  const stop = async (): Promise<void> => {
    const { promise, resolve: ended } = Promise.withResolvers<void>();
    child.once('exit', () => ended());
    if (child.exitCode !== null) return;
    child.kill('SIGTERM');
    const timer = setTimeout(() => child.kill('SIGKILL'), 15_000);
    await promise;
    clearTimeout(timer);
  };
  return { url, stop };
}

// The runner passes options to its own processes as NODE_OPTIONS; they are not the application's.
function nodeEnvironment(): Record<string, string> {
  const own = Object.entries(process.env).flatMap(([name, value]) =>
    value === undefined || name === 'NODE_OPTIONS' ? [] : [[name, value] as const],
  );
  return { ...Object.fromEntries(own), TZ: timeZone };
}

async function firstAddress(child: ChildProcess): Promise<string> {
  const { promise, resolve: found, reject } = Promise.withResolvers<string>();
  let stdout = '';
  let stderr = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
    const line = stdout.split('\n')[0] ?? '';
    if (stdout.includes('\n')) found((JSON.parse(line) as { url: string }).url);
  });
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  child.once('exit', (code) => reject(new Error(`the headless host ended with ${code}:\n${stderr}`)));
  return promise;
}

/** `test` with the application started anew for each test. */
export const test = base.extend<Application & ApplicationOptions>({
  host: ['headless', { option: true }],
  // Playwright reads the names of a fixture's needs from this pattern, so an empty one has to stand here.
  // oxlint-disable-next-line no-empty-pattern
  dataDirectory: async ({}, use) => {
    const directory = mkdtempSync(join(tmpdir(), '总代 数据 '));
    await use(directory);
    rmSync(directory, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  },
  page: async ({ host, dataDirectory, browser, contextOptions }, use, testInfo) => {
    if (host === 'electron') {
      const executablePath = findElectron();
      testInfo.skip(executablePath === undefined, 'the Electron binary is not present on this machine');
      const application = await _electron.launch({
        ...(executablePath === undefined ? {} : { executablePath }),
        args: ['--no-sandbox', projectDirectory, `--data=${dataDirectory}`],
        locale: 'zh-CN',
        timezoneId: timeZone,
        env: nodeEnvironment(),
      });
      await use(await application.firstWindow());
      await application.close();
      return;
    }
    const running = await startHeadless(dataDirectory);
    const context = await browser.newContext(contextOptions);
    const page = await context.newPage();
    await page.goto(running.url);
    await use(page);
    await context.close();
    await running.stop();
  },
});
