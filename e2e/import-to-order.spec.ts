import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { read, utils } from 'xlsx';
import { importPage } from './pages/import-page.ts';
import { reorderPage } from './pages/reorder-page.ts';
import { expect, test } from './support/application.ts';
import { today } from './support/days.ts';
import { businessData } from './support/business-data.ts';
import { chinese, english, smallWorkbook } from './support/small-workbook.ts';

const data = process.env['ZONGDAI_DATA'] ?? resolve(import.meta.dirname, '..', '..', 'shared', 'data');
const rihua = join(data, 'rihua', '日化.xlsx');

/** The rows of a saved workbook's first sheet, as text. */
function rowsOf(path: string): string[][] {
  const book = read(readFileSync(path));
  const [name] = book.SheetNames;
  const sheet = name === undefined ? undefined : book.Sheets[name];
  return sheet === undefined
    ? []
    : utils.sheet_to_json<string[]>(sheet, { header: 1, raw: false, defval: '' });
}

async function home(page: Page): Promise<void> {
  await page.getByRole('navigation').first().locator('a[href="/"]').click();
}

test('from a dropped file to an order workbook, and back again', async ({ page, dataDirectory }) => {
  const file = smallWorkbook(chinese, '门店销售.xlsx');
  const imports = importPage(page);
  const reorder = reorderPage(page);
  const before = businessData(dataDirectory);

  await test.step('a file dropped on the first page is read and understood', async () => {
    await imports.drop(file);
    await imports.recognised();
    await expect(page).toHaveURL(/\/imports/u);
    await expect(imports.sheetCard(chinese.sales)).toContainText('销售明细');
    await expect(imports.sheetCard(chinese.notes)).toContainText('不导入');
    await expect(imports.field('F')).toHaveValue('数量');
  });

  await test.step('a column taken for something else is said to be missing, and set right', async () => {
    await imports.field('F').click();
    await page.getByRole('option', { name: '不导入此列' }).click();
    await expect(page.getByText('缺少：数量', { exact: false })).toBeVisible();
    await imports.field('F').click();
    await page.getByRole('option', { name: '数量', exact: true }).click();
    await expect(page.getByText('缺少：数量', { exact: false })).toBeHidden();
  });

  await test.step('every row is accounted for, and each problem leads to its cell', async () => {
    await imports.toStep('check');
    await expect(imports.effect('products')).toHaveText(`+${file.products}`);
    const count = (name: string): Promise<number> => imports.count(chinese.sales, name);
    expect(await count('rows')).toBe(file.salesRows);
    expect(await count('duplicates')).toBe(file.repeated);
    expect(await count('rejected')).toBe(file.rejected);
    expect((await count('accepted')) + (await count('duplicates')) + (await count('rejected'))).toBe(
      file.salesRows,
    );
    await imports.group('date.separators').click();
    await imports.places().first().click();
    await expect(imports.about()).toContainText('#');
    await expect(imports.problemCells()).toHaveCount(1);
    await imports.group('date.separators').click();
    const saved = await imports.exportProblems();
    expect(rowsOf(await saved.path()).length).toBeGreaterThanOrEqual(2);
  });

  await test.step('nothing is committed before the rejected row is skipped in so many words', async () => {
    await expect(imports.commit()).toBeDisabled();
    await imports.skipRejected().check();
    await imports.commit().click();
    await expect(imports.committed()).toBeVisible({ timeout: 30_000 });
  });

  await test.step('what to reorder, and why: the parts sum to the suggestion', async () => {
    await reorder.open();
    await reorder.compute();
    await expect(reorder.rows()).toHaveCount(file.products);
    await reorder.row('X001').click();
    const texts = await reorder.parts().locator('td:last-child').allInnerTexts();
    const numbers = texts.map((text) => Number(text.replaceAll('\u2212', '-').replaceAll(/[^\d-]/gu, '')));
    const total = numbers.pop();
    expect(numbers.reduce((sum, part) => sum + part, 0)).toBe(total);
    await expect(reorder.sentence()).toContainText('→');
  });

  await test.step('quantities are changed with the keyboard, and the totals follow', async () => {
    const units = await reorder.totalNumber('units');
    const first = await reorder.ordered('X001');
    await reorder.grid.focus();
    await reorder.row('X001').click();
    await page.keyboard.type('500');
    await page.keyboard.press('Enter');
    await reorder.reason('customer');
    await expect.poll(() => reorder.ordered('X001')).toBe(500);
    await expect.poll(() => reorder.totalNumber('units')).toBe(units - first + 500);
    await page.keyboard.press('x');
    await expect.poll(() => reorder.totalNumber('lines')).toBe(file.products - 1);
    await page.keyboard.press('z');
    await expect.poll(() => reorder.totalNumber('lines')).toBe(file.products);
    await reorder.view('edited');
    await expect(reorder.rows()).toHaveCount(1);
    await reorder.view('all');
  });

  await test.step('the order workbook holds the changed quantity and codes as text', async () => {
    const saved = await reorder.saveWorkbook();
    const rows = rowsOf(await saved.path());
    const line = rows.find((row) => row.includes('X001'));
    expect(line?.map((cell) => cell.replaceAll(',', ''))).toContain('500');
  });

  await test.step('the same file once more adds nothing', async () => {
    const held = businessData(dataDirectory);
    await home(page);
    await imports.drop(file);
    await imports.recognised();
    await expect(imports.sameFile()).toContainText(today);
    await imports.toStep('check');
    expect(await imports.count(chinese.sales, 'accepted')).toBe(0);
    await expect(imports.commit()).toBeDisabled();
    expect(businessData(dataDirectory)).toEqual(held);
  });

  await test.step('undone, the store is as before', async () => {
    await imports.toStep('file');
    expect(await imports.undo()).toContain('移除了');
    expect(businessData(dataDirectory)).toEqual(before);
    await imports.toStep('check');
    await expect(imports.effect('products')).toHaveText(`+${file.products}`);
  });
});

test('accepted suggestions become a purchase order that counts as on order, and can be taken back', async ({
  page,
}) => {
  const imports = importPage(page);
  const reorder = reorderPage(page);
  await imports.drop(smallWorkbook(chinese, '门店销售.xlsx'));
  await imports.recognised();
  await imports.toStep('check');
  await imports.skipRejected().check();
  await imports.commit().click();
  await expect(imports.committed()).toBeVisible({ timeout: 30_000 });
  await reorder.open();
  await reorder.compute();
  const lines = await reorder.totalNumber('lines');
  await reorder.createOrder();
  await expect(page.locator('[data-ordered]')).toBeVisible();
  await page.locator('[data-undo]').click();
  await expect(page.locator('[data-ordered]')).toBeHidden();
  await reorder.createOrder();
  await expect(page.locator('[data-ordered]')).toBeVisible();
  await page.getByRole('button', { name: '重新计算' }).click();
  await expect(page.locator('[data-as-of]')).toBeVisible({ timeout: 30_000 });
  await expect.poll(() => reorder.totalNumber('lines')).toBe(0);
  expect(lines).toBeGreaterThan(0);
});

test('English is one click away, and nothing on the way stays Chinese', async ({ page }) => {
  const file = smallWorkbook(english, 'shop-sales.xlsx');
  const imports = importPage(page);
  const reorder = reorderPage(page, 'en');
  const chineseIn = async (): Promise<string[]> =>
    [...(await page.locator('main').innerText()).matchAll(/.*\p{Script=Han}.*/gu)].map(([line]) => line);
  await page.locator('[data-switch-language]').click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await imports.drop(file);
  await imports.recognised();
  expect(await chineseIn()).toEqual([]);
  await imports.toStep('check');
  await expect(imports.effect('products')).toHaveText(`+${file.products}`);
  await imports.group('line.repeated').click();
  expect(await chineseIn()).toEqual([]);
  await imports.skipRejected().check();
  await imports.commit().click();
  await expect(imports.committed()).toBeVisible({ timeout: 30_000 });
  expect(await chineseIn()).toEqual([]);
  await reorder.open();
  await reorder.compute();
  await reorder.row('X001').click();
  await expect(reorder.sentence()).toBeVisible();
  expect(await chineseIn()).toEqual([]);
});

test('the real file of 31,452 lines', async ({ page, dataDirectory }) => {
  test.skip(!existsSync(rihua), `the real file is not present: ${rihua}`);
  test.setTimeout(120_000);
  const imports = importPage(page);
  const before = businessData(dataDirectory);
  await imports.drop({ name: '日化.xlsx', content: readFileSync(rihua) });
  await imports.recognised();
  await imports.toStep('check');
  await expect(imports.effect('products')).toHaveText('+122');
  const sales = '销售订单表';
  const counts = { rows: 0, accepted: 0, duplicates: 0, rejected: 0 };
  for (const name of ['rows', 'accepted', 'duplicates', 'rejected'] as const)
    counts[name] = await imports.count(sales, name);
  expect(counts.rows).toBe(31_452);
  expect(counts.accepted + counts.duplicates + counts.rejected).toBe(31_452);
  expect(counts.duplicates).toBe(6);
  await imports.skipRejected().check();
  await imports.commit().click();
  await expect(imports.committed()).toBeVisible({ timeout: 60_000 });
  const reorder = reorderPage(page);
  await reorder.open();
  await reorder.compute();
  await expect(reorder.rows()).toHaveCount(122);
  await home(page);
  await page.getByRole('navigation').first().locator('a[href="/imports"]').click();
  expect(await imports.undo()).toContain('移除了');
  expect(businessData(dataDirectory)).toEqual(before);
});
