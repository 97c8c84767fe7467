import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { read, utils } from 'xlsx';
import { importPage } from './pages/import-page.ts';
import { reorderPage } from './pages/reorder-page.ts';
import { ask } from './support/api.ts';
import { expect, test } from './support/application.ts';
import { inDays } from './support/days.ts';

const promotion = '秋冬加赠';

async function open(page: Page, path: string): Promise<void> {
  await page.goto(new URL(path, page.url()).href);
}

/** The number that stands at the end of a text, such as `+1,240` or `−15`. */
function numberOf(text: string): number {
  return Number(text.replaceAll('\u2212', '-').replaceAll(/[^\d.-]/gu, ''));
}

/** All rows of all sheets of a saved workbook, as text. */
function cellsOf(path: string): string[][] {
  const { SheetNames, Sheets } = read(readFileSync(path));
  return SheetNames.flatMap((name) => {
    const sheet = Sheets[name];
    return sheet === undefined
      ? []
      : utils.sheet_to_json<string[]>(sheet, { header: 1, raw: false, defval: '' });
  });
}

/** The sample data, and what to reorder by it. */
async function begin(page: Page): Promise<void> {
  await page.locator('[data-door=sample]').first().click();
  await expect(page.locator('[data-door=sample]')).toHaveCount(0, { timeout: 60_000 });
  const reorder = reorderPage(page);
  await reorder.open();
  await reorder.compute();
}

interface Chosen {
  readonly code: string;
  readonly id: string;
}

/** The product that sells best: a promotion of it shows in whole units. */
async function bestSeller(page: Page): Promise<Chosen> {
  interface Line {
    readonly code: string;
    readonly productId: string;
    readonly demandPerDay: number;
  }
  const plan = await ask<{ id: string }>(page, 'replenishment.current');
  const { rows } = await ask<{ rows: Line[] }>(page, 'replenishment.lines', {
    planId: plan.id,
    sort: { column: 'demandPerDay', direction: 'desc' },
    pageSize: 1,
  });
  const [best] = rows;
  if (best === undefined) throw new Error('the sample has no product to reorder');
  return { code: best.code, id: best.productId };
}

/** A week of a city, as weather sites give it. */
function weatherFile(): { name: string; content: Buffer } {
  const days = Array.from(
    { length: 7 },
    (_, index) => `${inDays(index - 6)},${20 + index}°,${10 + index}°,小雨,北风3级,杭州`,
  );
  const text = ['日期,最高温度,最低温度,天气,风向,城市', ...days].join('\r\n');
  return { name: '杭州天气.csv', content: Buffer.from(`\uFEFF${text}\r\n`) };
}

test('what a person knows of the days ahead moves what is ordered, and is explained', async ({ page }) => {
  test.setTimeout(180_000);
  const reorder = reorderPage(page);
  await begin(page);
  const best = await bestSeller(page);
  const demand = async (): Promise<number> => {
    await reorder.row(best.code).click();
    await expect(reorder.sentence()).toContainText('预计');
    return numberOf(/卖 ([\d,]+)/u.exec(await reorder.sentence().innerText())?.[1] ?? '');
  };
  const before = await demand();

  await test.step('a promotion of one product is planned in the calendar', async () => {
    await page.getByRole('navigation').first().locator('a[href="/calendar"]').click();
    await page.locator('[data-add-promotion]').first().click();
    const dialog = page.getByRole('dialog');
    await dialog.locator('input[data-name]').fill(promotion);
    await dialog.getByLabel('开始').fill(inDays(2));
    await dialog.getByLabel('开始').press('Tab');
    await dialog.getByLabel('结束').fill(inDays(8));
    await dialog.getByLabel('结束').press('Tab');
    await dialog.getByText('指定商品').click();
    const product = dialog.getByRole('combobox').or(dialog.locator('input[data-cell]')).first();
    await product.fill(best.code);
    await product.press('Enter');
    await expect(dialog.getByRole('listitem')).toContainText(best.code);
    await dialog.locator('input[data-discount]').fill('30');
    await dialog.locator('[data-save]').click();
    await expect(dialog).toHaveCount(0);
    await expect(page.getByText(promotion).first()).toBeVisible();
  });

  await test.step('the plan says that it is outdated, and the forecast moves by the promotion', async () => {
    await reorder.open();
    await reorder.computeAgain();
    expect(await demand()).toBeGreaterThan(before);
    await expect(reorder.sentence()).toContainText('促销 +');
    const effect = reorder.parts().filter({ hasText: '促销' });
    expect(numberOf(await effect.locator('td').last().innerText())).toBeGreaterThan(0);
  });

  await test.step('days without stock, marked on the card of the product, are listed there', async () => {
    await open(page, `/products/${best.id}`);
    const changes = page.locator('[data-demand-changes]');
    await page.getByRole('button', { name: '标记', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('从').fill(inDays(-20));
    await dialog.getByLabel('从').press('Tab');
    await dialog.getByLabel('到').fill(inDays(-18));
    await dialog.getByLabel('到').press('Tab');
    await dialog.getByLabel('备注').fill('门店说断货');
    await dialog.getByRole('button', { name: '标记' }).click();
    await expect(dialog).toHaveCount(0);
    const marked = changes.getByRole('row').filter({ hasText: '门店说断货' });
    await expect(marked).toContainText('缺货');
    await expect(marked).toContainText(inDays(-20));
    await expect(marked.getByRole('button', { name: '取消标记' })).toBeVisible();
  });

  await test.step('a file of the weather is looked at, taken in, and seen in the calendar', async () => {
    const imports = importPage(page);
    await imports.drop(weatherFile());
    await imports.recognised();
    await imports.toStep('check');
    await expect(imports.effect('weather')).toContainText('7');
    await imports.commit().click();
    await expect(imports.committed()).toBeVisible({ timeout: 30_000 });
    await page.getByRole('navigation').first().locator('a[href="/calendar"]').click();
    await page.getByLabel('天气城市').first().click();
    await page.getByRole('option', { name: '杭州' }).click();
    await expect(page.locator(`[data-day="${inDays(0)}"]`)).toContainText('16~26°');
  });

  await test.step('another quantity than the suggested one is ordered with a reason, and goes into the workbook', async () => {
    await reorder.open();
    await reorder.row(best.code).click();
    await page.keyboard.type('4321');
    await page.keyboard.press('Enter');
    await reorder.reason('customer');
    await expect.poll(() => reorder.ordered(best.code)).toBe(4321);
    await reorder.row(best.code).click();
    await expect(page.getByRole('complementary', { name: '所选商品的依据' })).toContainText('客户说了');
    const saved = await reorder.saveWorkbook();
    expect(saved.suggestedFilename()).toMatch(/\.xlsx$/u);
    const line = cellsOf(await saved.path()).find((cells) => cells.includes(best.code));
    expect(line).toContain('4,321');
  });

  await test.step('the past is replayed under a policy', async () => {
    await open(page, '/reorder/what-if');
    await page.locator('input[data-field=serviceLevel]').fill('90');
    await page.getByRole('button', { name: '开始推演' }).click();
    await expect(page.locator('[data-gist]')).toContainText('满足率', { timeout: 60_000 });
    await expect(page.locator('[data-measure="system.fillRate"]')).toContainText(/^\d+\.\d%$/u);
  });

  await test.step('what was promised stands beside what came', async () => {
    await page.getByText('准确度', { exact: true }).first().click();
    await expect(page).toHaveURL(/\/reorder\/accuracy$/u);
    await page.getByRole('button', { name: '回算过去一年' }).click();
    await expect(page.locator('[data-accuracy=accuracy]')).toContainText(/\d+(\.\d)?%/u, { timeout: 60_000 });
  });
});
