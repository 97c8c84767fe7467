import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { businessDay } from '#app/core/business-day.ts';
import { removeQuietly } from '#db/files.ts';

import { createApplication } from './application.ts';
import type { Application } from './application.ts';

/** An application on a new store in a temporary directory, with a clock that stands at 2026-11-22 noon. */
export async function openTestApplication(): Promise<
  Application & { directory: string; cleanup(): Promise<void> }
> {
  const directory = mkdtempSync(join(tmpdir(), '总代 测试-'));
  const application = await createApplication({
    directory,
    pageDirectory: join(directory, 'page'),
    clock: { now: () => new Date('2026-11-22T12:00:00Z'), today: () => businessDay('2026-11-22') },
    actor: 'tester',
  });
  return {
    ...application,
    directory,
    cleanup: async () => {
      await application.close();
      await removeQuietly(directory);
    },
  };
}
