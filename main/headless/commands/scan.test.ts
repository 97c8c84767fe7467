import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';

import { removeQuietly } from '#db/files.ts';
import { newId } from '#db/ids.ts';
import { openStore } from '#db/store.ts';

import { runCommandLine } from './run-command-line.ts';

test('a scan is explained', async () => {
  const directory = mkdtempSync(join(tmpdir(), '总代 命令-'));
  const run = async (...args: string[]): Promise<{ exit: number; out: string }> => {
    let out = '';
    const output = { out: (text: string) => void (out += text), error: (text: string) => void (out += text) };
    const exit = await runCommandLine([...args, '--data', directory], output);
    return { exit, out };
  };
  try {
    const store = await openStore(directory);
    const at = new Date(0).toISOString();
    await store.transact({ actor: 't', action: 'seed', entity: 'product' }, ({ trx }) =>
      trx
        .insertInto('product')
        .values({
          id: newId(),
          code: 'X1',
          name: '面膜',
          barcode: '6901234567892',
          created_at: at,
          updated_at: at,
        })
        .execute(),
    );
    await store.close();
    const code = '(01)06901234567892(17)281231(10)L1';
    expect(await run('scan', code)).toEqual({
      exit: 0,
      out: 'X1  面膜  × 1  批次 L1  效期 2028-12-31\n',
    });
    const json = await run('scan', code, '--json');
    expect(JSON.parse(json.out)).toMatchObject({
      matches: [{ product: { code: 'X1' }, quantity: 1, lot: { code: 'L1' }, expiryDay: '2028-12-31' }],
      problem: null,
    });
    expect(await run('scan', '6901234567890')).toEqual({
      exit: 1,
      out: '6901234567890 校验位不对，请重扫\n',
    });
  } finally {
    await removeQuietly(directory);
  }
});
