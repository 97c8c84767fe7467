import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { hashOfSources, projectDirectory } from './page.ts';

export const programDirectory = join(projectDirectory, 'dist', 'main');

const stampFile = join(programDirectory, '.sources');

/** Entry name → source: the desktop host, the server thread, and each job's worker. All land side by side in dist/main. */
function entries(): Record<string, string> {
  const found: Record<string, string> = {
    electron: join(projectDirectory, 'main', 'electron', 'main.ts'),
    'thread-entry': join(projectDirectory, 'main', 'server', 'thread-entry.ts'),
  };
  for (const file of globSync('main/**/*-worker.ts', { cwd: projectDirectory })) {
    found[basename(file, '.ts')] = join(projectDirectory, file);
  }
  return found;
}

const shared = {
  outDir: programDirectory,
  minify: false,
  target: 'node24',
  reportCompressedSize: false,
} as const;

/** Bundles the desktop host for Electron: everything but Electron itself and the native SQLite module. */
export async function buildProgram(): Promise<void> {
  const stamp = wantedStamp();
  const { build } = await import('vite');
  const external = ['electron', 'better-sqlite3', /^node:/u];
  const common = { configFile: false, root: projectDirectory, logLevel: 'warn', publicDir: false } as const;
  await build({
    ...common,
    ssr: { noExternal: true, external: ['electron', 'better-sqlite3'] },
    build: {
      ...shared,
      ssr: true,
      emptyOutDir: true,
      rolldownOptions: {
        input: entries(),
        external,
        // thread-host.ts and worker-entry.ts look for their neighbours beside themselves: no folders inside.
        output: { format: 'esm', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  });
  await build({
    ...common,
    ssr: { noExternal: true, external: ['electron'] },
    build: {
      ...shared,
      ssr: true,
      emptyOutDir: false,
      rolldownOptions: {
        input: { preload: join(projectDirectory, 'main', 'electron', 'preload.ts') },
        external,
        // A sandboxed preload is loaded by Electron as CommonJS.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  });
  writeFileSync(stampFile, stamp);
}

function wantedStamp(): string {
  return hashOfSources([
    'main/**/*.ts',
    'db/**/*.ts',
    'app/**/*.ts',
    'build/program.ts',
    'package-lock.json',
    'package.json',
  ]);
}

export async function ensureProgram(): Promise<void> {
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === wantedStamp()) return;
  process.stderr.write('构建桌面程序 / building the desktop program …\n');
  await buildProgram();
}
