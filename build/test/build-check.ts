import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { stripVTControlCharacters } from 'node:util';
import { gzipSync } from 'node:zlib';
import { z } from 'zod';
import { startServerThread } from '../../main/server/thread-host.ts';
import { workerFiles } from '../../main/jobs/worker-entry.ts';
import { buildPage, pageDirectory } from '../page.ts';
import { buildProgram, programDirectory } from '../program.ts';
import { failed, passed, sum } from './outcome.ts';
import type { Check, Outcome } from './outcome.ts';

/** What a browser fetches before the first screen can show, compressed, in bytes. */
const firstLoadLimit = 400_000;

const manifest = z.record(
  z.string(),
  z.object({
    file: z.string(),
    isEntry: z.boolean().optional(),
    imports: z.array(z.string()).default([]),
    dynamicImports: z.array(z.string()).default([]),
    css: z.array(z.string()).default([]),
  }),
);

type Manifest = z.infer<typeof manifest>;

/** Files of the entry and of everything it imports at once. */
export function firstLoadFiles(chunks: Manifest): string[] {
  const files = new Set<string>();
  const visit = (key: string): void => {
    const chunk = chunks[key];
    if (chunk === undefined || files.has(chunk.file)) return;
    files.add(chunk.file);
    for (const style of chunk.css) files.add(style);
    for (const next of chunk.imports) visit(next);
  };
  for (const [key, chunk] of Object.entries(chunks)) if (chunk.isEntry === true) visit(key);
  return [...files];
}

function checkBundle(): Outcome {
  const chunks = manifest.parse(
    JSON.parse(readFileSync(join(pageDirectory, '.vite', 'manifest.json'), 'utf8')),
  );
  const sizes = ['index.html', ...firstLoadFiles(chunks)].map((file) => {
    const bytes = gzipSync(readFileSync(join(pageDirectory, file)), { level: 9 }).length;
    return { file, bytes };
  });
  const total = sizes.reduce((bytes, file) => bytes + file.bytes, 0);
  const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;
  process.stdout.write(`  first load ${kilobytes(total)} gzip of ${kilobytes(firstLoadLimit)} allowed\n`);
  const list = sizes.map(({ file, bytes }) => `    ${kilobytes(bytes)}  ${file}`).join('\n');
  if (total >= firstLoadLimit)
    return failed(`first load is ${kilobytes(total)} gzip, over ${kilobytes(firstLoadLimit)}:\n${list}`);
  const screens = Object.values(chunks).flatMap((chunk) => chunk.dynamicImports).length;
  return screens === 0 ? failed('the page is one piece: no screen is loaded when it is needed') : passed;
}

async function checkProgram(): Promise<Outcome> {
  await buildProgram();
  const workers = Object.values(workerFiles).map((file) => `${basename(file, '.ts')}.js`);
  const missing = ['electron.js', 'preload.cjs', 'thread-entry.js', ...workers].filter(
    (file) => !existsSync(join(programDirectory, file)),
  );
  return missing.length === 0 ? passed : failed(`missing from dist/main: ${missing.join(', ')}`);
}

/** The bundled server thread opens a store and answers: what was left out of a bundle shows only when it runs. */
async function runProgram(): Promise<Outcome> {
  const directory = mkdtempSync(join(tmpdir(), '总代 构建-'));
  const entry = pathToFileURL(join(programDirectory, 'thread-entry.js'));
  const thread = startServerThread({ directory, pageDirectory }, entry);
  try {
    const response = await thread.handle(new Request('app://zongdai/api/trpc/jobs.list'));
    return response.status === 200
      ? passed
      : failed(`the bundled server answered ${response.status}: ${await response.text()}`);
  } finally {
    await thread.close();
    rmSync(directory, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }
}

/** A build that throws is one failure, said in its own words. */
async function attempt(name: string, step: () => Outcome | Promise<Outcome>): Promise<Outcome> {
  try {
    return await step();
  } catch (error) {
    return failed(
      `${name}: ${stripVTControlCharacters(error instanceof Error ? error.message : String(error))}`,
    );
  }
}

export const build: Check = {
  name: 'build',
  run: async () => {
    const page = await attempt('the page', async () => {
      await buildPage();
      return passed;
    });
    const bundle = page.failed > 0 ? [] : [await attempt('the bundle', checkBundle)];
    const program = await attempt('the desktop program', checkProgram);
    const running = program.failed > 0 ? [] : [await attempt('the bundled server', runProgram)];
    return sum([page, ...bundle, program, ...running]);
  },
};
