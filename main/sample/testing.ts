import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { businessDay } from '#app/core/business-day.ts';
import { removeQuietly } from '#db/files.ts';

import { createContext } from '../server/application.ts';
import type { Context } from '../server/context.ts';
import { loadSample } from './load-sample.ts';

export const sampleToday = businessDay('2026-11-22');

/** A context on a store in a temporary directory, filled with the sample as of {@link sampleToday} unless it is to be empty. */
export async function openSampleContext(
  fill: 'sample' | 'empty' = 'sample',
): Promise<{ context: Context; cleanup(): Promise<void> }> {
  const directory = mkdtempSync(join(tmpdir(), '示例 测试-'));
  const clock = { now: () => new Date('2026-11-22T08:00:00.000Z'), today: () => sampleToday };
  const { context, close } = await createContext({ directory, clock, actor: 'tester' });
  if (fill === 'sample') {
    const job = { signal: new AbortController().signal, report: () => undefined };
    await loadSample({ store: context.store, actor: 'tester', today: sampleToday, now: clock.now() }, job);
  }
  return {
    context,
    cleanup: async () => {
      await close();
      await removeQuietly(directory);
    },
  };
}
