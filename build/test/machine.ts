import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { runProgram } from './command.ts';

const windowsFolders = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'];

const browserPlaces: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  linux: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'].flatMap(
    (name) => [`/usr/bin/${name}`, `/usr/local/bin/${name}`, `/snap/bin/${name}`],
  ),
  darwin: ['Google Chrome', 'Microsoft Edge', 'Chromium'].map(
    (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
  ),
  win32: windowsFolders.flatMap((variable) => {
    const folder = process.env[variable];
    if (folder === undefined) return [];
    return [
      join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'),
      join(folder, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
    ];
  }),
};

/** The browser for the end-to-end tests: the one named in ZONGDAI_CHROMIUM, or one of Chromium's family that is installed. */
export function findChromium(): string | undefined {
  const named = process.env['ZONGDAI_CHROMIUM'];
  if (named !== undefined && named !== '') return existsSync(named) ? named : undefined;
  return (browserPlaces[process.platform] ?? []).find((path) => existsSync(path));
}

/** A Python that reads workbooks; a machine may have several, and packages belong to one of them. */
export function findPython(): string | undefined {
  return ['python3', '/usr/bin/python3', 'python'].find((program) =>
    succeeds(program, ['-c', 'import openpyxl']),
  );
}

function succeeds(program: string, args: readonly string[]): boolean {
  return spawnSync(program, args, { stdio: 'ignore', timeout: 60_000 }).status === 0;
}

function hasChineseFont(): boolean {
  const { stdout } = spawnSync('fc-list', [':lang=zh'], { encoding: 'utf8', timeout: 60_000 });
  return (stdout ?? '').trim() !== '';
}

/** What the checks need beside Node, by the Debian package that brings it. */
const needs: readonly { readonly name: string; readonly met: () => boolean }[] = [
  { name: 'chromium', met: () => findChromium() !== undefined },
  { name: 'fonts-noto-cjk', met: hasChineseFont },
  { name: 'python3-openpyxl', met: () => findPython() !== undefined },
  {
    name: 'libreoffice-calc-nogui',
    met: () => existsSync('/usr/bin/soffice') || existsSync('/usr/bin/libreoffice'),
  },
];

/** On a Debian machine of our own (a build server's container) installs what is missing; elsewhere leaves the machine alone. */
export async function prepareMachine(): Promise<void> {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return;
  const missing = needs.filter((need) => !need.met()).map((need) => need.name);
  if (missing.length === 0) return;
  process.stdout.write(`▶ apt-get install ${missing.join(' ')}\n`);
  const environment = { DEBIAN_FRONTEND: 'noninteractive' };
  const update = await runProgram('apt-get', ['update'], { environment });
  if (update.code !== 0) process.stdout.write(`  apt-get update failed:\n${update.output.slice(-1000)}\n`);
  // One by one: a package that this distribution calls otherwise must not keep the others away.
  for (const name of missing) {
    const args = ['install', '-y', '--no-install-recommends', name];
    const { code, output } = await runProgram('apt-get', args, { environment });
    if (code !== 0) process.stdout.write(`  ${name} could not be installed:\n${output.slice(-1000)}\n`);
  }
}
