import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

import { chromium } from '@playwright/test';
import type { Page } from '@playwright/test';

import { buildPage } from '../build/page.ts';
import { findChromium } from '../build/test/machine.ts';
import { importPage } from './pages/import-page.ts';
import { reorderPage } from './pages/reorder-page.ts';
import { startHeadless } from './support/application.ts';
import { chinese, smallWorkbook } from './support/small-workbook.ts';

/** Takes a picture of every screen on the sample data, in both languages and both themes; the README's are kept with it. */
const projectDirectory = resolve(import.meta.dirname, '..');
const target = resolve(process.argv[2] ?? join(projectDirectory, 'test-results', 'screenshots'));
const inReadme = [
  'home-zh-light',
  'reorder-zh-light',
  'reorder-en-dark',
  'import-mapping-zh-light',
  'import-check-zh-light',
  'stock-zh-light',
  'expiry-en-dark',
  'scan-receive-zh-light',
  'receipt-zh-light',
];
/** Name of the picture → address. */
const screens: Readonly<Record<string, string>> = {
  home: '',
  reorder: 'reorder',
  'what-if': 'reorder/what-if',
  stock: 'stock',
  expiry: 'stock/expiry',
  slow: 'stock/slow',
  lots: 'stock/lots',
  stocktakes: 'stocktakes',
  inspections: 'inspections',
  products: 'products',
  documents: 'documents',
  receipt: 'documents/new/receipt',
  orders: 'orders',
  'customer-orders': 'customer-orders',
  sales: 'sales',
  'scan-receive': 'scan/receive',
  labels: 'labels',
  customers: 'customers',
  imports: 'imports',
  settings: 'settings',
};

async function shoot(page: Page, name: string): Promise<void> {
  await page.waitForLoadState('networkidle');
  // Charts and panels settle; nothing moves longer than this.
  await page.waitForTimeout(600);
  await page.screenshot({ path: join(target, `${name}.png`) });
}

async function visitAll(page: Page, origin: string, look: string): Promise<void> {
  for (const [screen, path] of Object.entries(screens)) {
    await page.goto(`${origin}/${path}`);
    if (screen === 'reorder') {
      const first = page.getByRole('grid').locator('tbody tr').first();
      await first.waitFor();
      await first.click();
    }
    await shoot(page, `${screen}-${look}`);
  }
}

async function showImport(page: Page, look: string): Promise<void> {
  const imports = importPage(page);
  await imports.drop(smallWorkbook(chinese, '总部销售 9 月.xlsx'));
  await imports.recognised();
  await shoot(page, `import-mapping-${look}`);
  await imports.toStep('check');
  await shoot(page, `import-check-${look}`);
}

async function loadSample(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  await shoot(page, 'first-start');
  await page.locator('[data-door=sample]').first().click();
  await page.locator('[data-door=sample]').waitFor({ state: 'detached', timeout: 60_000 });
}

mkdirSync(target, { recursive: true });
await buildPage();
const directory = mkdtempSync(join(tmpdir(), 'zongdai-screens-'));
const host = await startHeadless(directory);
const executablePath = findChromium();
const browser = await chromium.launch({
  ...(executablePath === undefined ? {} : { executablePath }),
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});
const page = await browser.newPage({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN' });
const origin = new URL(host.url).origin;
await page.goto(host.url);
await loadSample(page);
await page.goto(`${origin}/reorder`);
await reorderPage(page).compute();
for (const language of ['zh', 'en'] as const) {
  for (const theme of ['light', 'dark'] as const) {
    await visitAll(page, origin, `${language}-${theme}`);
    await showImport(page, `${language}-${theme}`);
    await page.goto(origin);
    await page.locator('[data-switch-theme]').click();
  }
  await page.locator('[data-switch-language]').click();
}
for (const name of inReadme) {
  copyFileSync(join(target, `${name}.png`), join(projectDirectory, 'docs', 'screenshots', `${name}.png`));
}
await browser.close();
await host.stop();
rmSync(directory, { recursive: true, force: true });
