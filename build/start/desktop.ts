import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { electronInstaller, findElectron } from '../electron-binary.ts';
import { projectDirectory } from '../page.ts';
import { ensureProgram } from '../program.ts';

const fetchLimitMilliseconds = 180_000;
const failureStamp = join(projectDirectory, 'node_modules', '.zongdai-electron-failed');

/** Whether there is a screen to show a window on. */
export function hasDisplay(): boolean {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);
}

/**
 * Electron is not installed with the packages: it is fetched at the first start, where the network allows. Where it did not,
 * the next day's first start tries again, so that nobody waits for a blocked network every time. ELECTRON_MIRROR names
 * another place to fetch it from.
 */
export async function fetchElectron(): Promise<string | undefined> {
  if (triedToday()) return undefined;
  process.stderr.write(
    '下载 Electron(约 110 MB,仅第一次)/ fetching Electron (about 110 MB, first start only) …\n',
  );
  const child = spawn(process.execPath, [electronInstaller], { stdio: 'ignore', windowsHide: true });
  const timer = setTimeout(() => child.kill('SIGKILL'), fetchLimitMilliseconds);
  await once(child, 'exit');
  clearTimeout(timer);
  const found = findElectron();
  if (found === undefined) {
    writeFileSync(failureStamp, '');
    process.stderr.write('未能下载 Electron / Electron could not be fetched.\n');
  }
  return found;
}

function triedToday(): boolean {
  const { mtimeMs } = statSync(failureStamp, { throwIfNoEntry: false }) ?? { mtimeMs: 0 };
  return Date.now() - mtimeMs < 86_400_000;
}

/** Runs the desktop program until its window is closed; its exit code is ours. */
export async function runDesktop(electron: string, dataDirectory: string | undefined): Promise<number> {
  await ensureProgram();
  const args = [projectDirectory, ...(dataDirectory === undefined ? [] : [`--data=${dataDirectory}`])];
  // Chromium refuses its sandbox to root on Linux; only containers and test machines run as root.
  if (process.platform === 'linux' && process.getuid?.() === 0) args.unshift('--no-sandbox');
  const child = spawn(electron, args, { stdio: 'inherit', cwd: projectDirectory });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
  const [code] = (await once(child, 'exit')) as [number | null];
  return code ?? 1;
}
