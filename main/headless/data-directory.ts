import { mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { posix, resolve, win32 } from 'node:path';
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
    return win32.join(environment['APPDATA'] ?? win32.join(home, 'AppData', 'Roaming'), 'zongdai');
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
    mkdirSync(directory, { recursive: true });
    return directory;
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    throw appError('host.dataDirectory', { path: directory, detail }, error);
  }
}
