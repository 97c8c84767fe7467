import type { Page } from '@playwright/test';
import { expect, test } from './support/application.ts';

/** Asks the application beside the screens, for what other screens would prepare. */
async function mutate<Answer>(page: Page, path: string, input: unknown): Promise<Answer> {
  return page.evaluate(
    async ([to, body]) => {
      const answer = await fetch(`/api/trpc/${to}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
      });
      const { result } = (await answer.json()) as { result: { data: unknown } };
      return result.data as never;
    },
    [path, JSON.stringify(input)] as const,
  );
}

async function ask<Answer>(page: Page, path: string, input: unknown): Promise<Answer> {
  return page.evaluate(
    async (address) => {
      const { result } = (await (await fetch(address)).json()) as { result: { data: unknown } };
      return result.data as never;
    },
    `/api/trpc/${path}?input=${encodeURIComponent(JSON.stringify(input))}`,
  );
}

interface Open {
  readonly order: { readonly partnerId: string; readonly warehouseId: string };
  readonly lines: readonly { readonly line: number; readonly productId: string }[];
}

async function seed(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  for (const [code, name, packSize] of [
    ['X001', '玻尿酸面膜', 12],
    ['X002', '口红 01', 1],
  ] as const)
    await mutate(page, 'products.create', { code, name, unit: '盒', packSize, listPrice: 12_800 });
}

test('an order to HQ: written, sent, confirmed with less, received in part, closed', async ({ page }) => {
  await seed(page);
  const origin = new URL(page.url()).origin;
  const progress = page.locator('[data-progress]');
  let id = '';

  await test.step('typed by keyboard, in packs and units, and kept as a draft', async () => {
    await page.goto(`${origin}/orders`);
    await page.locator('[data-new-order]').click();
    const product = page.locator('input[data-field="product"]');
    const quantity = page.locator('input[data-field="quantity"]');
    await expect(product.first()).toBeFocused();
    await page.keyboard.type('X001');
    await page.keyboard.press('Enter');
    await expect(quantity.first()).toBeFocused();
    await page.keyboard.type('3箱');
    await page.keyboard.press('Enter');
    await expect(product.nth(1)).toBeFocused();
    await page.keyboard.type('X002');
    await page.keyboard.press('Enter');
    await expect(quantity.nth(1)).toBeFocused();
    await page.keyboard.type('20');
    await expect(page.locator('[data-totals]')).toContainText('56');
    await page.keyboard.press('Control+s');
    await expect(page).toHaveURL(/\/orders\/[0-9a-f-]{36}$/u);
    id = page.url().split('/').at(-1) ?? '';
    await expect(page.getByText('草稿').first()).toBeVisible();
  });

  await test.step('on the paper that is in the printer, whatever was printed last', async () => {
    await page.locator('[data-more]').click();
    await page.locator('[data-print]').click();
    const sheets = page.locator('#root [data-sheet]');
    await expect(sheets).toHaveCount(1);
    await expect(sheets).toContainText('X002');
    const { width } = (await sheets.boundingBox()) ?? { width: 0 };
    await page.getByRole('combobox', { name: '纸张' }).click();
    await page.getByRole('option', { name: '三联纸 241 × 140 mm' }).click();
    await expect(sheets).toContainText('红联供应商');
    const wider = (await sheets.boundingBox())?.width ?? 0;
    expect(Math.round((wider / width) * 210)).toBe(241);
    await page.goto(`${origin}/orders/${id}/print`);
    await expect(sheets).toContainText('红联供应商');
    await page.goto(`${origin}/orders/${id}`);
  });

  await test.step('sent, it is on its way', async () => {
    await page.locator('[data-send]').click();
    await page.getByRole('dialog').getByRole('button', { name: '发出' }).click();
    await expect(page.getByText('已发总部').first()).toBeVisible();
    await expect(progress).toContainText('未到 56');
  });

  await test.step('HQ sends less of one product', async () => {
    await page.locator('[data-confirm]').click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('总部单号').fill('HQ-1');
    await dialog.getByLabel('确认 X002').fill('12');
    await expect(dialog.locator('[data-summary]')).toContainText('未到 48');
    await dialog.getByRole('button', { name: '保存确认' }).click();
    await expect(page.getByText('已确认').first()).toBeVisible();
    await expect(progress).toContainText('未到 48');
  });

  await test.step('a part arrives, and another window is told when it acts on the old state', async () => {
    const open = await ask<Open>(page, 'sheets.order', { kind: 'receipt', id });
    const day = (await ask<{ day: string }>(page, 'purchaseOrders.defaults', {})).day;
    const second = await page.context().newPage();
    await second.goto(`${origin}/orders/${id}`);
    await expect(second.locator('[data-progress]')).toBeVisible();
    await mutate(page, 'documents.post', {
      sheet: {
        kind: 'receipt',
        day,
        warehouseId: open.order.warehouseId,
        partnerId: open.order.partnerId,
        orderId: id,
        lines: open.lines
          .filter(({ line }) => line === 1)
          .map(({ line, productId }) => ({ orderLine: line, productId, quantity: 30, unitPrice: 5000 })),
      },
    });
    // What the second window shows is from before the receipt.
    await second.locator('[data-more]').click();
    await second.locator('[data-close]').click();
    await second.getByRole('dialog').getByRole('button', { name: '关闭订单' }).click();
    await expect(second.getByRole('dialog')).toContainText('已到货：0 → 30');
    await second.getByRole('button', { name: '载入最新内容' }).click();
    await expect(second.locator('[data-progress]')).toContainText('已到 30 / 48，未到 18');
    await second.close();
  });

  await test.step('receiving starts from the order', async () => {
    await page.reload();
    await expect(progress).toContainText('已到 30 / 48，未到 18');
    await expect(page.locator('[data-receive]')).toBeVisible();
    await page.locator('[data-receive]').click();
    await expect(page).toHaveURL(`${origin}/documents/new/receipt?order=${id}`);
    await expect(page.locator('input[data-field="quantity"]').first()).toHaveValue('6');
  });

  await test.step('closed, what is open no longer counts; it can be opened again', async () => {
    await page.goto(`${origin}/orders/${id}`);
    await page.locator('[data-more]').click();
    await page.locator('[data-close]').click();
    await page.getByRole('dialog').getByRole('button', { name: '关闭订单' }).click();
    await expect(page.getByText('已完成').first()).toBeVisible();
    await expect(progress).toContainText('未到 0');
    await page.locator('[data-reopen]').click();
    await expect(progress).toContainText('未到 18');
  });
});

test('an order of a customer holds stock, says what is short, and is issued from', async ({ page }) => {
  await seed(page);
  const origin = new URL(page.url()).origin;
  await page.goto(`${origin}/customer-orders/new`);
  await expect(page.locator('input[data-field="product"]').first()).toBeFocused();
  await page.keyboard.type('X002');
  await page.keyboard.press('Enter');
  await expect(page.locator('input[data-field="quantity"]').first()).toBeFocused();
  await page.keyboard.type('5');
  await expect(page.getByText('可用 0，缺 5')).toBeVisible();
  await page.keyboard.press('F9');
  await expect(page).toHaveURL(/\/customer-orders\/[0-9a-f-]{36}$/u);
  await expect(page.locator('[data-progress]')).toContainText('未出 5');
  await page.locator('[data-issue]').click();
  await expect(page).toHaveURL(/\/documents\/new\/issue\?customerOrder=/u);
  await expect(page.locator('input[data-field="quantity"]').first()).toHaveValue('5');
});
