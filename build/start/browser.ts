import { spawn } from 'node:child_process';

/** How each system opens an address in the browser a person uses. */
export function browserCommand(platform: NodeJS.Platform, url: string): readonly [string, readonly string[]] {
  // `start` is a word of cmd.exe, where & separates commands; its first quoted argument is a window title.
  if (platform === 'win32') return ['cmd.exe', ['/d', '/c', 'start', '""', url.replaceAll('&', '^&')]];
  return platform === 'darwin' ? ['open', [url]] : ['xdg-open', [url]];
}

/** Opens the address; false where there is nothing to open it with. */
export async function openInBrowser(url: string): Promise<boolean> {
  const [command, args] = browserCommand(process.platform, url);
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const child = spawn(command, args, {
    stdio: 'ignore',
    detached: true,
    windowsVerbatimArguments: process.platform === 'win32',
    windowsHide: true,
  });
  child.on('error', () => resolve(false));
  child.on('exit', (code) => resolve(code === 0));
  // Some openers stay for as long as the browser does.
  setTimeout(() => resolve(true), 3000).unref();
  child.unref();
  return promise;
}
