import type { Page } from '@playwright/test';
import { ask, tell } from './support/api.ts';
import { expect, test } from './support/application.ts';
import { groupSeparator, scan, scanThroughInputMethod } from './support/scanner.ts';

const mask = '6901234567892';
const cream = '6907777777774';
/** A GS1 DataMatrix of the mask. */
const box = (lot: string, expiry: string): string => `010${mask}10${lot}${groupSeparator}17${expiry}`;

async function open(page: Page, path: string): Promise<void> {
  await page.goto(new URL(path, page.url()).href);
}

/** Two products, of which one comes in cases of twelve too. */
async function products(page: Page): Promise<void> {
  const made = await tell<{ product: { id: string } }>(page, 'products.create', {
    code: 'HF026',
    name: '玻尿酸面膜',
    unit: '盒',
    barcode: mask,
    listPrice: 12_800,
  });
  await tell(page, 'products.create', {
    code: 'HF019',
    name: '修护面霜',
    unit: '瓶',
    barcode: cream,
    lotControl: true,
  });
  await tell(page, 'barcodes.save', {
    productId: made.product.id,
    version: 1,
    barcodes: [{ barcode: '16901234567899', quantity: 12 }],
  });
}

interface Document {
  readonly lines: readonly {
    readonly productCode: string;
    readonly lot: string | null;
    readonly quantity: number;
  }[];
}

/** What the newest document of a kind moved. */
async function moved(page: Page, kind: string): Promise<(readonly [string, string | null, number])[]> {
  const { rows } = await ask<{ rows: { id: string }[] }>(page, 'documents.list', { filters: { kind } });
  const { lines } = await ask<Document>(page, 'documents.get', { id: rows[0]?.id });
  return lines.map(({ productCode, lot, quantity }) => [productCode, lot, quantity] as const);
}

test('a delivery is received and issued by scanner alone', async ({ page }) => {
  await products(page);
  const lines = page.locator('[data-lines]');
  const stage = page.locator('[data-stage]');
  const units = page.locator('[data-units]');

  await test.step('batch and expiry come from the code; a case counts twelve, a prefix multiplies', async () => {
    await open(page, '/scan/receive');
    await expect(stage).toContainText('请扫码');
    await scan(page, box('L2', '280331'));
    await expect(stage).toContainText('效期 2028-03-31');
    await scan(page, box('L1', '271200'));
    await expect(lines).toContainText('2027-12-31');
    await page.keyboard.type('2*', { delay: 90 });
    await scan(page, '16901234567899');
    await expect(stage).toContainText('2 × 12 = 24 盒');
    await expect(units).toHaveText('26 件');
  });

  await test.step('a number corrects the last scan, Backspace takes it back, nonsense is refused', async () => {
    await page.keyboard.type('3', { delay: 90 });
    await page.keyboard.press('Enter');
    await expect(units).toHaveText('38 件');
    await page.keyboard.press('Backspace');
    await expect(units).toHaveText('2 件');
    await scan(page, '6901234567893');
    await expect(stage).toContainText('校验位不对');
    await expect(units).toHaveText('2 件');
  });

  await test.step('an input method changes nothing', async () => {
    await scanThroughInputMethod(page, cream);
    await expect(page.locator('[data-question=lot]')).toContainText('修护面霜');
  });

  await test.step('what the code does not say is asked for, and typed at any speed', async () => {
    await page.keyboard.type('B7', { delay: 90 });
    await page.keyboard.press('Enter');
    await expect(page.locator('[data-question=expiry]')).toBeVisible();
    await page.keyboard.type('280600', { delay: 120 });
    await page.keyboard.press('Enter');
    await expect(stage).toContainText('效期 2028-06-30');
    await expect(page.locator('[data-recent] li')).toHaveCount(4);
  });

  await test.step('what was scanned is still there after the page was closed', async () => {
    await expect(page.locator('[data-saved]')).toBeVisible();
    await page.reload();
    await expect(units).toHaveText('3 件');
    await scan(page, box('L1', '271200'));
    await expect(units).toHaveText('4 件');
  });

  await test.step('F9 twice posts', async () => {
    await page.keyboard.press('F9');
    await expect(page.locator('[data-question=post]')).toContainText('3 行，共 4 件');
    await page.keyboard.press('F9');
    await expect(page.locator('[data-posted]')).toBeVisible();
    expect(await moved(page, 'receipt')).toEqual([
      ['HF026', 'L2', 1],
      ['HF026', 'L1', 2],
      ['HF019', 'B7', 1],
    ]);
  });

  await test.step('the batch that expires first goes out, another one only when the person says so', async () => {
    await open(page, '/scan/issue');
    await expect(stage).toContainText('请扫码');
    await scan(page, box('L2', '280331'));
    await expect(page.locator('[data-question=lotProblem]')).toContainText('L1 2027-12-31 先到期');
    await scan(page, cream);
    await expect(units).toHaveText('1 件');
    await page.keyboard.press('1');
    await expect(page.locator('[data-question]')).toHaveCount(0);
    await scan(page, mask);
    await expect(lines).toContainText('L1 2027-12-31 × 1');
    await page.keyboard.press('F9');
    await page.keyboard.press('Enter');
    await expect(page.locator('[data-posted]')).toBeVisible();
    expect(await moved(page, 'issue')).toEqual([
      ['HF026', 'L2', -1],
      ['HF026', 'L1', -1],
    ]);
  });
});

/** Millimetres of the pages of a PDF. */
function pageSizes(pdf: Buffer): { width: number; height: number }[] {
  const boxes = [...pdf.toString('latin1').matchAll(/\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\s*\]/gu)];
  return boxes.map(([, width = '', height = '']) => ({
    width: (Number(width) / 72) * 25.4,
    height: (Number(height) / 72) * 25.4,
  }));
}

test('labels are printed at their exact size', async ({ page, host }) => {
  await products(page);
  await open(page, '/labels');
  await expect(page.getByRole('textbox').first()).toBeFocused();
  await scan(page, box('L1', '271200'));
  await scan(page, cream);
  await expect(page.locator('[data-label-entries] li')).toHaveCount(2);
  const bars = page.locator('[data-preview] [data-symbol=bars]');
  await expect(bars).toHaveCount(1);
  // 95 modules of two dots at 8 dots a millimetre.
  const printed = await page
    .locator('[data-print] [data-symbol=bars]')
    .evaluateAll((symbols) => symbols.map((symbol) => getComputedStyle(symbol).width));
  for (const width of printed) expect((Number.parseFloat(width) / 96) * 25.4).toBeCloseTo(95 * 0.25, 1);
  await expect(page.locator('[data-print] [data-symbol=matrix]')).toHaveCount(1);
  test.skip(host === 'electron', 'Electron prints through the system');
  const pages = pageSizes(await page.pdf({ preferCSSPageSize: true }));
  expect(pages).toHaveLength(2);
  for (const { width, height } of pages) {
    // Chromium rounds the page to hundredths of an inch.
    expect(Math.abs(width - 40)).toBeLessThan(0.26);
    expect(Math.abs(height - 30)).toBeLessThan(0.26);
  }
});
