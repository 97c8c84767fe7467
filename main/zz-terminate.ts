import { startWorker } from './jobs/worker-client.ts';
import type { ReplenishmentMethods } from './replenishment/replenishment-worker.ts';
let cancelled = 0, done = 0;
for (let i = 0; i < 40; i++) {
  const w = startWorker<ReplenishmentMethods>('replenishment');
  const abort = new AbortController();
  setTimeout(() => abort.abort(), 150 + Math.random() * 900);
  try { await w.call('compute', { storeFile: '/tmp/review/scale/zongdai.db', plan: { today: '2026-11-22' as never, reviewDays: 7, defaultLeadDays: 7, serviceLevel: 0.95 } }, { signal: abort.signal }); done++; } catch (e) { cancelled++; if (!String(e).includes('cancelled')) console.log(e); }
  await w.terminate();
}
console.log({ cancelled, done, rss: Math.round(process.memoryUsage().rss / 1e6) });
