import type { Page } from '@playwright/test';
import { ask, tell } from './support/api.ts';
import { expect, test } from './support/application.ts';
import { groupSeparator, scan } from './support/scanner.ts';

const mask = '6901234567892';
/** A GS1 DataMatrix of the mask. */
const box = (lot: string, expiry: string): string => `010${mask}10${lot}${groupSeparator}17${expiry}`;

async function open(page: Page, path: string): Promise<void> {
  await page.goto(new URL(path, page.url()).href);
}

/** Through the command palette, as someone without a mouse gets anywhere. */
async function go(page: Page, words: string, path: RegExp): Promise<void> {
  await page.keyboard.press('Control+K');
  const field = page.getByRole('dialog').getByRole('textbox');
  await expect(field).toBeFocused();
  await field.pressSequentially(words);
  await expect(
    page.getByRole('dialog').locator('[data-selected], [aria-selected=true]').first(),
  ).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(path);
  // Until it is gone, keys are the palette's.
  await expect(page.getByRole('dialog')).toHaveCount(0);
}

/** A screen of the scanner, ready to scan. */
async function scanning(page: Page, path: string): Promise<void> {
  await open(page, path);
  await expect(page.locator('[data-stage]')).toContainText('请扫码');
}

/** A product, and forty of it ordered from HQ. */
async function scene(page: Page): Promise<{ product: string; warehouse: string; order: string }> {
  const made = await tell<{ product: { id: string } }>(page, 'products.create', {
    code: 'HF026',
    name: '玻尿酸面膜',
    unit: '盒',
    barcode: mask,
    listPrice: 12_800,
  });
  await tell(page, 'stock.createWarehouse', { code: 'W2', name: '二号仓' });
  const warehouses = await ask<{ id: string; isDefault: boolean }[]>(page, 'stock.warehouses');
  const defaults = await ask<{ supplierId: string; day: string }>(page, 'purchaseOrders.defaults');
  const { id, version } = await tell<{ id: string; version: number }>(page, 'purchaseOrders.create', {
    supplierId: defaults.supplierId,
    day: defaults.day,
    lines: [{ productId: made.product.id, quantity: 40, unitPrice: 5000 }],
  });
  await tell(page, 'purchaseOrders.send', { id, version });
  return {
    product: made.product.id,
    warehouse: warehouses.find(({ isDefault }) => isDefault)?.id ?? '',
    order: id,
  };
}

async function newest(page: Page, kind: string): Promise<{ id: string; moved: string[] }> {
  const { rows } = await ask<{ rows: { id: string }[] }>(page, 'documents.list', { filters: { kind } });
  const id = rows[0]?.id;
  if (id === undefined) return { id: '', moved: [] };
  const { lines } = await ask<{ lines: { warehouse: string; lot: string | null; quantity: number }[] }>(
    page,
    'documents.get',
    { id },
  );
  return { id, moved: lines.map(({ warehouse, lot, quantity }) => `${warehouse} ${lot ?? '-'} ${quantity}`) };
}

async function postScans(page: Page): Promise<void> {
  await page.keyboard.press('F9');
  await expect(page.locator('[data-question=post]')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-posted]')).toBeVisible();
}

test('a day of the stock keeper, with keyboard and scanner alone', async ({ page }) => {
  test.slow();
  const { order } = await scene(page);
  const units = page.locator('[data-units]');

  await test.step('a delivery against the order arrives in two batches', async () => {
    await scanning(page, `/scan/receive?order=${order}`);
    await expect(page.locator('[data-head=order]')).toContainText('CG-');
    await page.keyboard.type('10*', { delay: 90 });
    await scan(page, box('NEW', '280331'));
    await page.keyboard.type('5*', { delay: 90 });
    await scan(page, box('OLD', '271231'));
    await expect(units).toHaveText('15 件');
    await postScans(page);
    expect((await newest(page, 'receipt')).moved).toEqual(['主仓 NEW 10', '主仓 OLD 5']);
    expect(await ask(page, 'purchaseOrders.get', { id: order })).toMatchObject({
      order: { status: 'partly_received', open: 25 },
    });
  });

  await test.step('eight go out, first expiry first across both', async () => {
    await go(page, '扫码出库', /\/scan\/issue/u);
    await expect(page.locator('[data-stage]')).toContainText('请扫码');
    await page.keyboard.type('8*', { delay: 90 });
    await scan(page, mask);
    await expect(page.locator('[data-lines]')).toContainText('OLD');
    await expect(units).toHaveText('8 件');
    await postScans(page);
    expect((await newest(page, 'issue')).moved).toEqual(['主仓 OLD -5', '主仓 NEW -3']);
  });

  await test.step('one comes back', async () => {
    await scanning(page, '/scan/return');
    await scan(page, box('NEW', '280331'));
    await expect(units).toHaveText('1 件');
    await postScans(page);
    expect((await newest(page, 'customer_return')).moved).toEqual(['主仓 NEW 1']);
  });

  await test.step('four go to the other warehouse', async () => {
    await scanning(page, '/scan/transfer');
    await page.keyboard.type('4*', { delay: 90 });
    await scan(page, mask);
    await expect(units).toHaveText('4 件');
    await page.keyboard.press('F6');
    await expect(page.locator('[data-question]')).toContainText('二号仓');
    await page.keyboard.press('1');
    await expect(page.locator('[data-head=toWarehouse]')).toContainText('二号仓');
    await postScans(page);
    expect((await newest(page, 'transfer_out')).moved).toEqual(['主仓 NEW -4', '在途仓 NEW 4']);
  });

  await test.step('what is left is counted, and one is missing', async () => {
    await open(page, '/stocktakes');
    await page.locator('[data-start-stocktake]').first().press('Enter');
    await expect(page.locator('[data-preview]')).toContainText('1');
    await page.getByRole('dialog').getByRole('textbox').last().press('Enter');
    await expect(page).toHaveURL(/\/stocktakes\/[0-9a-f-]+$/u);
    await page.locator('[data-scan-count]').press('Enter');
    await expect(page).toHaveURL(/\/count$/u);
    await expect(page.locator('[data-count-progress]')).toContainText('0 / 1');
    for (const expected of ['1', '2', '3']) {
      await scan(page, `010${mask}17280331` + '10NEW');
      await expect(page.locator('[data-count-total]')).toHaveText(expected);
    }
    await page.keyboard.press('Escape');
    await expect(page).toHaveURL(/\/stocktakes\/[0-9a-f-]+$/u);
    await page.getByRole('radio', { name: '差异' }).press('Space');
    await page.locator('[data-post-counts]').press('Enter');
    await expect(page.getByRole('dialog')).toBeVisible();
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await newest(page, 'stocktake')).moved).toEqual(['主仓 NEW -1']);
  });

  await test.step('one more turns up: an adjustment, typed', async () => {
    await open(page, '/documents/new/adjustment');
    const product = page.locator('input[data-cell]').first();
    await expect(product).toBeFocused();
    await scan(page, mask);
    await expect(page.locator('input[data-field=quantity]').first()).toBeFocused();
    await page.keyboard.type('1');
    await page.keyboard.press('Enter');
    await page.locator('input[data-field=lot]').first().fill('NEW');
    await page.keyboard.press('Enter');
    const reason = page.getByRole('combobox', { name: '原因' }).or(page.getByLabel('原因')).first();
    for (const key of ['Enter', 'ArrowDown', 'ArrowDown', 'Enter']) await reason.press(key);
    await page.keyboard.press('F9');
    await expect.poll(async () => (await newest(page, 'adjustment')).moved).toEqual(['主仓 NEW 1']);
  });

  await test.step('who has the batch, and where it came from', async () => {
    const { rows } = await ask<{ rows: { id: string; lot: string }[] }>(page, 'lots.list', { search: 'NEW' });
    await open(page, `/lots/${rows[0]?.id}/trace`);
    await expect(page.locator('[data-balance]')).toContainText('存 8');
  });

  await test.step('a label for each piece that came in', async () => {
    const receipt = await newest(page, 'receipt');
    await open(page, `/labels?document=${receipt.id}`);
    await expect(page.locator('[data-label-entries] li')).toHaveCount(2);
    await page.evaluate(() => {
      globalThis.print = () => document.body.setAttribute('data-printed', 'yes');
    });
    await page.locator('[data-print-labels]').press('Enter');
    await expect(page.locator('body')).toHaveAttribute('data-printed', 'yes');
    await expect(page.locator('[data-print] [data-symbol]').first()).toBeAttached();
  });

  const held = await ask<{ rows: { onHand: number }[] }>(page, 'stock.list', { search: 'HF026' });
  expect(held.rows.map(({ onHand }) => onHand)).toEqual([8]);
});
