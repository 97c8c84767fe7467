import type { Download, Locator, Page } from '@playwright/test';
import { expect } from '@playwright/test';
import { catalogueOf } from '../../app/i18n/catalogue.ts';
import type { Language } from '../../app/i18n/translation.ts';

/** 补货建议 as a person uses it. */
export function reorderPage(page: Page, language: Language = 'zh-CN') {
  const t = catalogueOf(language).reorder;
  const grid = page.getByRole('grid');
  const total = (name: string): Locator => page.locator(`[data-total="${name}"]`);
  return {
    open: async (): Promise<void> => {
      await page.getByRole('navigation').first().locator('a[href="/reorder"]').click();
    },
    compute: async (): Promise<void> => {
      await page.getByRole('button', { name: t.empty.compute }).click();
      await expect(grid).toBeVisible({ timeout: 30_000 });
    },
    /** From the notice that the plan is outdated until the new plan is there. */
    computeAgain: async (): Promise<void> => {
      await page.locator('[data-outdated] button').click();
      await expect(page.locator('[data-as-of]:not(:has(~ [data-outdated]))')).toBeVisible({
        timeout: 30_000,
      });
    },
    grid,
    rows: (): Locator => grid.locator('tbody tr'),
    row: (code: string): Locator => grid.locator(`tr[data-product="${code}"]`),
    /** The quantity a line orders, as it is shown. */
    ordered: async (code: string): Promise<number> => {
      const text = await grid.locator(`tr[data-product="${code}"] button`).innerText();
      return Number(text.replaceAll(/[^\d]/gu, ''));
    },
    total,
    totalNumber: async (name: string): Promise<number> =>
      Number((await total(name).innerText()).replaceAll(/[^\d.]/gu, '')),
    parts: (): Locator => page.locator('[data-waterfall] tr[data-part]'),
    sentence: (): Locator => page.locator('[data-sentence]'),
    /** Answers why another quantity is ordered than the suggested one. */
    reason: async (reason: keyof typeof t.override.reasons): Promise<void> => {
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel(t.override.reasons[reason]).check();
      await page.keyboard.press('Enter');
      await expect(dialog).toBeHidden();
    },
    view: async (name: string): Promise<void> => {
      await page
        .locator(`label:has(input[data-view=${name}]), input[data-view=${name}] ~ label`)
        .first()
        .click();
    },
    saveWorkbook: async (): Promise<Download> => {
      const download = page.waitForEvent('download');
      await page.getByRole('button', { name: t.actions.exportWorkbook }).click();
      return download;
    },
    createOrder: async (): Promise<void> => {
      await page.getByRole('button', { name: t.actions.createOrder }).click();
      await page.getByRole('dialog').getByRole('button', { name: t.create.confirm }).click();
    },
  };
}
