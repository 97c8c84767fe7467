import type { Download, Locator, Page } from '@playwright/test';
import { expect } from '@playwright/test';

export interface DroppedFile {
  readonly name: string;
  readonly content: Buffer;
}

/** 导入 as a person uses it. */
export function importPage(page: Page) {
  const sums = (sheet: string): Locator => page.locator(`table tr[data-sheet="${sheet}"]`);
  return {
    /** Drops a file on whatever page is open; the application goes to the import by itself. */
    drop: async ({ name, content }: DroppedFile): Promise<void> => {
      const transfer = await page.evaluateHandle(
        ([fileName, base64]) => {
          const bytes = Uint8Array.from(atob(base64), (character) => character.codePointAt(0) ?? 0);
          const data = new DataTransfer();
          data.items.add(new File([bytes], fileName));
          return data;
        },
        [name, content.toString('base64')] as const,
      );
      await page.dispatchEvent('body', 'drop', { dataTransfer: transfer });
    },
    recognised: async (): Promise<void> => {
      await expect(page.locator('button[data-sheet]').first()).toBeVisible({ timeout: 30_000 });
    },
    sheetCard: (sheet: string): Locator => page.locator(`button[data-sheet="${sheet}"]`),
    field: (letter: string): Locator => page.locator(`[data-column="${letter}"]`),
    toStep: async (step: 'file' | 'recognise' | 'check'): Promise<void> => {
      await page.locator(`[data-step=${step}]`).click();
    },
    /** A figure of the effect, such as `products`. */
    effect: (name: string): Locator => page.locator(`[data-effect=${name}]`),
    count: async (sheet: string, name: string): Promise<number> => {
      const text = await sums(sheet).locator(`[data-count=${name}]`).innerText();
      return Number(text.replaceAll(',', ''));
    },
    group: (code: string): Locator => page.locator(`[data-group="${code}"]`).first(),
    places: (): Locator => page.locator('button[data-place]'),
    problemCells: (): Locator => page.locator('td[data-problem], th[data-problem]'),
    about: (): Locator => page.locator('[data-about]'),
    skipRejected: (): Locator => page.locator('input[data-skip-rejected]'),
    commit: (): Locator => page.locator('[data-commit]'),
    committed: (): Locator => page.locator('[data-committed]'),
    sameFile: (): Locator => page.locator('[data-same-file]'),
    exportProblems: async (): Promise<Download> => {
      const download = page.waitForEvent('download');
      await page.locator('[data-export-problems]').click();
      return download;
    },
    /** Undoes the newest import and reads the result. */
    undo: async (): Promise<string> => {
      await page.locator('[data-undo-import]').first().click();
      await page.getByRole('dialog').getByRole('button').last().click();
      const result = page.locator('[data-undo-result]');
      await expect(result).toBeVisible({ timeout: 30_000 });
      const text = await result.innerText();
      await result.getByRole('button').last().click();
      return text;
    },
  };
}
