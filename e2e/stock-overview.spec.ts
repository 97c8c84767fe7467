import type { Page } from '@playwright/test';
import { expect, test } from './support/application.ts';
import { inDays } from './support/days.ts';

async function call(page: Page, path: string, body: unknown): Promise<void> {
  const failure = await page.evaluate(
    async ([name, sent]) => {
      const answer = await fetch(`/api/trpc/${name}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(sent),
      });
      return answer.ok ? null : answer.text();
    },
    [path, body] as const,
  );
  expect(failure).toBeNull();
}

/** Two products that cost something: of one, more came a month later. */
async function stock(page: Page): Promise<void> {
  const line = (productCode: string, quantity: number, unitCost: number) => ({
    productCode,
    warehouseCode: 'MAIN',
    lot: 'B1',
    expiryDay: inDays(60),
    quantity,
    unitCost,
  });
  await call(page, 'products.create', { code: 'X1', name: '玻尿酸面膜', category: '面膜', unit: '盒' });
  await call(page, 'products.create', { code: 'X2', name: '舒敏乳', category: '乳液', unit: '瓶' });
  await call(page, 'stock.saveOpening', {
    day: inDays(-40),
    lines: [line('X1', 10, 500), line('X2', 4, 3000)],
  });
  await call(page, 'stock.saveOpening', { day: inDays(-10), lines: [line('X1', 30, 500)] });
}

test('stock is seen now and on a past day, its product explains it, and what stands still is named', async ({
  page,
}) => {
  await stock(page);
  await page.getByRole('link', { name: '库存', exact: true }).click();
  const totals = page.locator('[data-stock-totals]');
  await expect(totals).toContainText('在库 34 · 金额 ¥270.00');
  // Without sales, all that expires is lost.
  await expect(totals).toContainText('临期风险 ¥270.00');

  const asOf = page.getByRole('textbox', { name: /截至/u });
  await asOf.fill(inDays(-20));
  await asOf.press('Enter');
  await expect(totals).toContainText('在库 14 · 金额 ¥170.00');
  await page.getByRole('button', { name: '清除' }).first().click();
  await expect(totals).toContainText('在库 34');

  await page.getByText('玻尿酸面膜').dblclick();
  await expect(page.locator('[data-product-figures]')).toContainText('¥150.00');
  await expect(page.getByText('还有 60 天')).toBeVisible();
  const day = page.getByRole('textbox', { name: '日期', exact: true });
  await day.fill(inDays(-20));
  await day.press('Enter');
  await expect(page.locator('[data-on-day]')).toContainText('数量 10 盒 · 金额 ¥50.00');
  await page.getByRole('button', { name: '看这一天为止的记录' }).click();
  await expect(page.getByRole('group', { name: '出入库记录' }).locator('tbody tr')).toHaveCount(1);

  await page.getByRole('link', { name: '库存', exact: true }).click();
  await page.getByText('滞销', { exact: true }).click();
  await expect(page.getByText('2 个商品，占用 ¥270.00')).toBeVisible();
  await expect(page.getByText(`${inDays(60)} 前卖不完`).first()).toBeVisible();
});

test('of two windows on one product, the later is told what the other changed', async ({ page }) => {
  await stock(page);
  const other = await page.context().newPage();
  for (const window of [page, other]) {
    await window.goto(new URL('/products', page.url()).href);
    await window.getByText('舒敏乳').dblclick();
    await expect(window.getByLabel('货位')).toBeVisible();
  }
  await page.getByLabel('货位').fill('A-01');
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await expect(page.getByText('已保存 舒敏乳')).toBeVisible();
  await other.getByLabel('货位').fill('B-02');
  await other.getByRole('button', { name: '保存', exact: true }).click();
  await expect(other.getByText('货位 （空） → A-01')).toBeVisible();
  await expect(other.getByLabel('货位')).toHaveValue('A-01');
});
