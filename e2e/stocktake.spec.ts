import type { Page } from '@playwright/test';
import { ask, tell } from './support/api.ts';
import { expect, test } from './support/application.ts';
import { today } from './support/days.ts';
import { scan, scanThroughInputMethod } from './support/scanner.ts';

const mask = '6901234567892';
const cream = '6907777777774';

/** Two products with stock, one of them of two batches. */
async function seed(page: Page): Promise<void> {
  const product = (code: string, name: string, barcode: string): Promise<unknown> =>
    tell(page, 'products.create', { code, name, barcode, category: '面部', unit: '盒' });
  await product('HF026', '玻尿酸面膜', mask);
  await product('HF019', '修护面霜', cream);
  const line = { warehouseCode: 'MAIN', unitCost: 1000 };
  await tell(page, 'stock.saveOpening', {
    day: '2026-01-05',
    lines: [
      { ...line, productCode: 'HF026', quantity: 5 },
      { ...line, productCode: 'HF019', quantity: 8, lot: 'L1', expiryDay: '2028-01-01' },
      { ...line, productCode: 'HF019', quantity: 3, lot: 'L2', expiryDay: '2028-06-01' },
    ],
  });
}

test('a list is frozen, counted by scanner and by hand, its differences posted', async ({ page }) => {
  await seed(page);
  const stage = page.locator('main').last();

  await test.step('a list is frozen', async () => {
    await page.getByRole('navigation').first().locator('a[href="/stock"]').click();
    await page.getByText('盘点', { exact: true }).click();
    await page.locator('[data-start-stocktake]').first().click();
    await expect(page.locator('[data-preview]')).toContainText('3 行');
    await page.locator('[data-freeze]').click();
    await expect(page.locator('[data-progress]')).toContainText('已盘 0 / 3');
  });

  await test.step('scans add up, a prefix multiplies, Backspace takes back, an input method changes nothing', async () => {
    await page.locator('[data-scan-count]').click();
    await expect(stage).toContainText('请扫描商品条码');
    await scan(page, mask);
    await expect(page.locator('[data-count-total]')).toHaveText('1');
    await scanThroughInputMethod(page, mask);
    await expect(page.locator('[data-count-total]')).toHaveText('2');
    await page.keyboard.type('12*', { delay: 90 });
    await scan(page, mask);
    await expect(page.locator('[data-count-total]')).toHaveText('14');
    await page.keyboard.press('Backspace');
    await expect(page.locator('[data-count-total]')).toHaveText('2');
    await scan(page, '6901234567893');
    await expect(page.locator('[data-refused-stage]')).toContainText('校验码不对');
  });

  await test.step('the batch is asked for; by its number, and by what is chosen', async () => {
    await scan(page, cream);
    await expect(page.locator('[data-question]')).toContainText('请选择批次');
    await page.keyboard.type('2');
    await expect(page.locator('[data-counted-stage]')).toContainText('L2');
    await page.keyboard.type('3', { delay: 90 });
    await page.keyboard.press('Enter');
    await expect(page.locator('[data-count-total]')).toHaveText('3');
    await expect(page.locator('[data-count-progress]')).toContainText('已盘 2 / 3');
    await page.keyboard.press('Escape');
  });

  await test.step('the rest is typed in the list', async () => {
    await page.locator('input[data-counted=HF019]').first().fill('9');
    await page.keyboard.press('Enter');
    await expect(page.locator('[data-progress]')).toContainText('已盘 3 / 3');
  });

  await test.step('what moved since the freeze is asked about, the others are posted', async () => {
    const { rows } = await ask<{ rows: { id: string }[] }>(page, 'products.list', { search: 'HF026' });
    const [warehouse] = await ask<{ id: string }[]>(page, 'stock.warehouses', null);
    await tell(page, 'documents.post', {
      sheet: {
        kind: 'adjustment',
        day: today,
        warehouseId: warehouse?.id,
        reason: 'damage',
        lines: [{ productId: rows[0]?.id, quantity: -1 }],
      },
    });
    await page.getByText('差异', { exact: true }).first().click();
    const row = page.locator('tr[data-row-key]').filter({ hasText: 'HF026' });
    await expect(row).toContainText('变动待处理');
    await expect(row).toContainText('-3');
    await row.click();
    await expect(page.locator('[data-moves]')).toContainText('TZ-A1-');
    await page.locator('[data-verdict=after]').click();
    await expect(row).toContainText('可过账');
  });

  await test.step('posted, the document holds the differences and the list is closed', async () => {
    await page.locator('[data-post-counts]').click();
    await page.getByRole('dialog').getByRole('button').last().click();
    await expect(page.locator('[data-progress]')).toContainText('已过账 3');
    await page.getByText('已过账', { exact: true }).first().click();
    await page.locator('[data-count-document]').click();
    await expect(page).toHaveURL(/\/documents\//u);
    await expect(page.locator('main').getByRole('link', { name: /^PB-/u })).toBeVisible();
    const { rows } = await ask<{ rows: { id: string }[] }>(page, 'documents.list', {
      filters: { kind: 'stocktake' },
    });
    interface Lines {
      readonly lines: readonly { readonly productCode: string; readonly quantity: number }[];
    }
    const { lines } = await ask<Lines>(page, 'documents.get', { id: rows[0]?.id });
    expect(lines.map(({ productCode, quantity }) => [productCode, quantity])).toEqual([
      ['HF019', 1],
      ['HF026', -3],
    ]);
  });
});
