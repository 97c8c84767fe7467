import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';

import { ensurePage } from '../page.ts';

const serve = resolve(import.meta.dirname, '..', '..', 'main', 'headless', 'serve.ts');
const lists = [
  'products.list',
  'stock.list',
  'sales.list',
  'documents.list',
  'customers.list',
  'purchaseOrders.list',
];
const rounds = 50;

/**
 * Starts the headless host on a store as a process of its own, and prints the time to its address, to the content of the first
 * page, and what list requests take over HTTP.
 */
export async function benchServing(directory: string, print: (line: string) => void): Promise<void> {
  await ensurePage();
  const started = performance.now();
  const child = spawn(process.execPath, [serve, '--json', '--data', directory], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const url = await firstAddress(child.stdout);
    const ready = performance.now() - started;
    const cookie = await signIn(url);
    const get = async (path: string): Promise<void> => {
      const answer = await fetch(new URL(`/api/trpc/${path}`, url), { headers: { cookie } });
      if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
      await answer.arrayBuffer();
    };
    await get('home.summary');
    const content = performance.now() - started;
    print(`server started: address ${ready.toFixed(0)} ms, first page's content ${content.toFixed(0)} ms`);
    const times: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      for (const list of lists) {
        const asked = performance.now();
        await get(`${list}?input=${encodeURIComponent(JSON.stringify({ page: 1 + (round % 5) }))}`);
        times.push(performance.now() - asked);
      }
    }
    times.sort((left, right) => left - right);
    const at = (share: number): string => (times[Math.floor((times.length - 1) * share)] ?? 0).toFixed(1);
    print(
      `list requests over HTTP: ${times.length}, p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, slowest ${at(1)} ms`,
    );
  } finally {
    child.kill('SIGTERM');
    await new Promise((done) => child.once('exit', done));
  }
}

async function firstAddress(stdout: NodeJS.ReadableStream): Promise<string> {
  for await (const line of createInterface({ input: stdout }))
    return (JSON.parse(line) as { url: string }).url;
  throw new Error('the host ended without an address');
}

async function signIn(url: string): Promise<string> {
  const answer = await fetch(url, { redirect: 'manual' });
  return (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
}
