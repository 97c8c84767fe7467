import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { read, utils } from 'xlsx';
import { expect, test } from './support/application.ts';
import { inDays, today } from './support/days.ts';

/** Asks the application what a screen of another page would. */
async function api<Answer>(
  page: Page,
  path: string,
  input: unknown,
  kind: 'query' | 'mutation',
): Promise<Answer> {
  return page.evaluate(
    async ([name, body, how]) => {
      const answer =
        how === 'query'
          ? await fetch(`/api/trpc/${name}?input=${encodeURIComponent(JSON.stringify(body))}`)
          : await fetch(`/api/trpc/${name}`, {
              method: 'POST',
              headers: { 'content-type': 'application/json' },
              body: JSON.stringify(body),
            });
      const { result, error } = (await answer.json()) as { result?: { data: unknown }; error?: unknown };
      if (error !== undefined) throw new Error(JSON.stringify(error));
      return result?.data;
    },
    [path, input, kind] as const,
  ) as Promise<Answer>;
}

/** One product with two batches, the first of which expires soon; eight of it went out without a name. */
async function stock(page: Page): Promise<{ product: string; warehouse: string }> {
  const made = await api<{ product: { id: string } }>(
    page,
    'products.create',
    { code: 'X1', name: '玻尿酸面膜', category: '面膜', unit: '盒' },
    'mutation',
  );
  const warehouses = await page.evaluate(async () => {
    const answer = await fetch('/api/trpc/stock.warehouses');
    return ((await answer.json()) as { result: { data: { id: string; isDefault: boolean }[] } }).result.data;
  });
  const warehouse = warehouses.find(({ isDefault }) => isDefault)?.id ?? '';
  const line = (code: string, expires: number) => ({
    productCode: 'X1',
    warehouseCode: 'MAIN',
    lot: code,
    productionDay: inDays(-300),
    expiryDay: inDays(expires),
    quantity: 50,
    unitCost: 1200,
  });
  await api(page, 'stock.saveOpening', { day: today, lines: [line('B1', 25), line('B2', 500)] }, 'mutation');
  const lines = [{ productId: made.product.id, quantity: 8, unitPrice: 9900 }];
  const sheet = { kind: 'issue', day: today, warehouseId: warehouse, partnerId: null, lines };
  await api(page, 'documents.post', { sheet }, 'mutation');
  return { product: made.product.id, warehouse };
}

test('a batch is frozen on the expiry board and no longer proposed; its recall workbook says where it is', async ({
  page,
}) => {
  const { product, warehouse } = await stock(page);
  const proposed = async (): Promise<(string | null)[]> => {
    const lines = [{ productId: product, quantity: 3 }];
    const sheet = { kind: 'issue', day: today, warehouseId: warehouse, lines };
    const preview = await api<{ entries: { lot: string | null }[] }>(
      page,
      'documents.preview',
      sheet,
      'query',
    );
    return preview.entries.map(({ lot }) => lot);
  };
  expect(await proposed()).toEqual(['B1']);

  await test.step('the board shows it among what expires within 30 days', async () => {
    await page.getByRole('navigation').first().locator('a[href="/stock"]').click();
    await page.getByText('效期', { exact: true }).first().click();
    await expect(page).toHaveURL(/\/stock\/expiry$/u);
    await page.locator('[data-stage="30"]').click();
    await expect(page.locator('tbody tr')).toHaveCount(1);
    await expect(page.locator('tbody tr')).toContainText('25 天');
  });

  await test.step('frozen with a reason', async () => {
    await page.getByRole('button', { name: '批次 B1 的操作' }).click();
    await page.getByRole('menuitem', { name: '冻结…' }).click();
    await page.getByRole('dialog').getByLabel('原因').fill('总部通知召回');
    await page.keyboard.press('Enter');
    await expect(page.locator('tbody tr')).toContainText('已冻结');
    expect(await proposed()).toEqual(['B2']);
  });

  await test.step('traced: in = out + on hand, and the workbook is saved', async () => {
    await page.getByRole('button', { name: '批次 B1 的操作' }).click();
    await page.getByRole('menuitem', { name: '溯源' }).click();
    await expect(page.locator('[data-balance]')).toContainText('进 50 = 出 8 + 存 42');
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: '下载召回表' }).click();
    const saved = await download;
    expect(saved.suggestedFilename()).toContain('X1 B1');
    const book = read(readFileSync(await saved.path()));
    const sheet = book.Sheets[book.SheetNames[1] ?? ''] ?? {};
    const rows = utils.sheet_to_json<string[]>(sheet, { header: 1, raw: false });
    expect(rows).toContainEqual(expect.arrayContaining(['未记名', '8']));
  });
});

test('a certificate is attached to a batch, shown, removed and brought back', async ({ page }) => {
  await stock(page);
  await page.goto(new URL('/stock/lots', page.url()).href);
  await page.locator('tbody tr', { hasText: 'B2' }).dblclick();
  const picture = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYGBgAAAABQABpfZFQAAAAABJRU5ErkJggg==',
    'base64',
  );
  await page
    .locator('input[type=file][aria-label="添加附件"]')
    .setInputFiles([{ name: '合格证.png', mimeType: 'image/png', buffer: picture }]);
  const row = page.locator('[data-attachment="合格证.png"]');
  await expect(row).toContainText('检验合格证明');
  await row.getByRole('button', { name: '查看 合格证.png' }).first().click();
  const image = page.getByRole('dialog').locator('img');
  await expect(image).toBeVisible();
  expect(await image.evaluate((element: HTMLImageElement) => element.naturalWidth)).toBe(1);
  await page.keyboard.press('Escape');
  await row.getByRole('button', { name: '移除 合格证.png' }).click();
  await expect(row).toBeHidden();
  await page.locator('[data-undo]').click();
  await expect(row).toBeVisible();
});
