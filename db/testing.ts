import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { removeQuietly } from './files.ts';
import { openStore } from './store.ts';
import type { Store } from './store.ts';

/** A new store in a temporary directory whose path has Chinese characters and a space, as on the users' machines. */
export async function openTestStore(): Promise<{
  store: Store;
  directory: string;
  cleanup(): Promise<void>;
}> {
  const directory = mkdtempSync(join(tmpdir(), '总代 测试-'));
  const store = await openStore(directory);
  return {
    store,
    directory,
    cleanup: async () => {
      await store.close();
      await removeQuietly(directory);
    },
  };
}
