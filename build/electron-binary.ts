import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectDirectory } from './page.ts';

const electronPackage = join(projectDirectory, 'node_modules', 'electron');
const usualNames: Partial<Record<NodeJS.Platform, string>> = {
  win32: 'electron.exe',
  darwin: 'Electron.app/Contents/MacOS/Electron',
};

/** The Electron program, where it has been fetched. Unlike `require('electron')` this never goes to the network. */
export function findElectron(): string | undefined {
  const named = join(electronPackage, 'path.txt');
  const name = existsSync(named)
    ? readFileSync(named, 'utf8').trim()
    : (usualNames[process.platform] ?? 'electron');
  const path = join(process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? join(electronPackage, 'dist'), name);
  return existsSync(path) ? path : undefined;
}

/** The script that fetches it. */
export const electronInstaller = join(electronPackage, 'install.js');
