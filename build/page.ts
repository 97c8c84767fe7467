import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

export const projectDirectory = resolve(import.meta.dirname, '..');
export const pageDirectory = join(projectDirectory, 'dist', 'renderer');

const stampFile = join(pageDirectory, '.sources');

/** One hash over the path and content of each file that the patterns find. */
export function hashOfSources(patterns: readonly string[]): string {
  const hash = createHash('sha256');
  const files = patterns.flatMap((pattern) => globSync(pattern, { cwd: projectDirectory }));
  for (const file of files.map((name) => name.replaceAll('\\', '/')).toSorted()) {
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(join(projectDirectory, file)))
      .update('\0');
  }
  return hash.digest('hex');
}

function wantedStamp(): string {
  return hashOfSources(['renderer/**/*.*', 'app/**/*.ts', 'package-lock.json', 'package.json']);
}

/** Whether dist/renderer is missing or was built from other sources than these. */
function pageIsStale(): boolean {
  if (!existsSync(join(pageDirectory, 'index.html')) || !existsSync(stampFile)) return true;
  return readFileSync(stampFile, 'utf8') !== wantedStamp();
}

/** Builds the page. Nothing appears on stdout: `serve --json` is read by programs. */
export async function buildPage(): Promise<void> {
  const stamp = wantedStamp();
  rmSync(stampFile, { force: true });
  // Loaded only here: a page that is up to date should not wait for the bundler.
  const { build, createLogger } = await import('vite');
  const logger = createLogger('warn');
  const say = (text: string): void => void process.stderr.write(`${text}\n`);
  await build({
    configFile: join(projectDirectory, 'renderer', 'vite.config.ts'),
    logLevel: 'warn',
    cacheDir: join(projectDirectory, 'node_modules', '.vite'),
    // The manifest tells the bundle check what the first screen needs. The polyfill would be an inline script, which the
    // content security policy forbids and current browsers do without.
    build: { outDir: pageDirectory, emptyOutDir: true, manifest: true, modulePreload: { polyfill: false } },
    customLogger: { ...logger, info: () => undefined, warn: say, warnOnce: say, error: say },
  });
  writeFileSync(stampFile, stamp);
}

/** Builds the page where that is due. False, with the reason on stderr, when it cannot be built. */
export async function ensurePage(): Promise<boolean> {
  if (!pageIsStale()) return true;
  process.stderr.write('构建页面 / building the page …\n');
  try {
    await buildPage();
    return true;
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return false;
  }
}
