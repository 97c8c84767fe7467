import { mkdirSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, posix, resolve, win32 } from 'node:path';
import { appError } from '#app/core/errors.ts';

interface Surroundings {
  readonly platform: NodeJS.Platform;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly home: string;
}

const here = (): Surroundings => ({ platform: process.platform, environment: process.env, home: homedir() });

/** Where the store lies when nobody says otherwise: the place each system keeps for a program's own data of one person. */
export function defaultDataDirectory(surroundings: Surroundings = here()): string {
  const { platform, environment, home } = surroundings;
  if (platform === 'win32') {
    const roaming = environment['APPDATA'] ?? '';
    // Set to nothing, it would put the store wherever the program was started.
    const base = win32.isAbsolute(roaming) ? roaming : win32.join(home, 'AppData', 'Roaming');
    return win32.join(base, 'zongdai');
  }
  if (platform === 'darwin') return posix.join(home, 'Library', 'Application Support', 'zongdai');
  const data = environment['XDG_DATA_HOME'];
  // The XDG base directory specification: a relative path there is invalid and must be ignored.
  const base = data !== undefined && posix.isAbsolute(data) ? data : posix.join(home, '.local', 'share');
  return posix.join(base, 'zongdai');
}

/** The directory asked for, or the default; made if it is missing. Throws `host.dataDirectory` when it cannot be. */
export function prepareDataDirectory(asked: string | undefined): string {
  const directory = asked === undefined ? defaultDataDirectory() : resolve(asked);
  try {
    makeDirectory(directory);
    return directory;
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    throw appError('host.dataDirectory', { path: directory, detail }, error);
  }
}

/** One level at a time: Node's own recursive form never returns where a file system lets nothing be made (`/proc/x`). */
function makeDirectory(path: string): void {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found?.isDirectory() === true) return;
  if (found === undefined && dirname(path) !== path) makeDirectory(dirname(path));
  try {
    mkdirSync(path);
  } catch (error) {
    // Another process was first.
    if (statSync(path, { throwIfNoEntry: false })?.isDirectory() !== true) throw error;
  }
}
