import type { Page } from '@playwright/test';
import { utils, write } from 'xlsx';
import { importPage } from './pages/import-page.ts';
import { ask, tell } from './support/api.ts';
import { expect, test } from './support/application.ts';
import { inDays } from './support/days.ts';

type Cell = string | number;

function workbook(name: string, rows: readonly (readonly Cell[])[]): { name: string; content: Buffer } {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows.map((row) => [...row])), name);
  return { name: `${name}.xlsx`, content: write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer };
}

async function onHand(page: Page): Promise<Record<string, number>> {
  const { rows } = await ask<{ rows: { code: string; onHand: number }[] }>(page, 'stock.list', {});
  return Object.fromEntries(rows.map((row) => [row.code, row.onHand]));
}

/** Drops the file, looks at what it would change, commits, and opens the document that came of it. */
async function take(page: Page, file: { name: string; content: Buffer }, kind: string): Promise<void> {
  const imports = importPage(page);
  await imports.drop(file);
  await imports.recognised();
  await expect(imports.sheetCard(file.name.replace('.xlsx', ''))).toContainText(kind);
  await imports.toStep('check');
  await expect(imports.effect(kind === '盘点' ? 'counted' : 'receipts')).toBeVisible();
  await imports.commit().click();
  await expect(imports.committed()).toBeVisible({ timeout: 30_000 });
  await imports.committed().locator('a[href^="/documents/"]').first().click();
}

/** Takes the newest import back from the list of imports. */
async function takeBack(page: Page): Promise<void> {
  await page.getByRole('navigation').first().locator('a[href="/imports"]').click();
  await importPage(page).undo();
}

test('a delivery note of HQ and a count sheet, from file to ledger and back', async ({ page }) => {
  for (const [code, name] of [
    ['A', '玻尿酸面膜'],
    ['B', '丝绒口红'],
  ] as const)
    await tell(page, 'products.create', { code, name, unit: '盒', purchasePrice: 500 });
  const delivered = workbook('送货单', [
    ['送货单号', '到货日期', '商品编码', '商品名称', '批号', '有效期至', '数量', '单价'],
    ['SH-1', inDays(-6), 'A', '玻尿酸面膜', 'L1', inDays(400), 30, 5],
    ['SH-1', inDays(-6), 'A', '玻尿酸面膜', 'L2', inDays(500), 20, 6],
    ['SH-1', inDays(-6), 'B', '丝绒口红', '', '', 10, 8],
  ]);
  const counted = workbook('盘点', [
    ['盘点日期', '仓库', '商品编码', '批号', '实盘数量'],
    [inDays(-2), '主仓', 'A', 'L1', 28],
    [inDays(-2), '主仓', 'A', 'L2', 20],
    [inDays(-2), '主仓', 'B', '', 11],
  ]);

  await test.step('the delivery is received: a receipt with its batches', async () => {
    await take(page, delivered, '入库单');
    await expect(page.getByRole('heading', { level: 1 })).toContainText('RK');
    await expect(page.getByText('L2', { exact: true }).first()).toBeVisible();
    expect(await onHand(page)).toMatchObject({ A: 50, B: 10 });
  });

  await test.step('the count books what differs', async () => {
    await take(page, counted, '盘点');
    await expect(page.getByRole('heading', { level: 1 })).toContainText('PD');
    expect(await onHand(page)).toMatchObject({ A: 48, B: 11 });
  });

  await test.step('both are taken back, the last first, and the documents stay with their reversals', async () => {
    await takeBack(page);
    await expect.poll(() => onHand(page)).toMatchObject({ A: 50, B: 10 });
    const open = page.locator('[data-undo-import]:not([disabled])');
    // The list shows first that the count was taken back.
    await expect(open).toHaveCount(1);
    await open.click();
    await page.getByRole('dialog').getByRole('button').last().click();
    await expect(page.locator('[data-undo-result]')).toBeVisible({ timeout: 30_000 });
    const { total } = await ask<{ total: number }>(page, 'documents.list', {});
    expect(total).toBe(4);
    const left = Object.values(await onHand(page));
    expect(left.filter((units) => units !== 0)).toEqual([]);
  });
});
