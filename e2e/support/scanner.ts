import type { Page } from '@playwright/test';

/** ASCII 29 between the elements of a GS1 code; scanners type it as Ctrl ]. */
export const groupSeparator = '\u001D';

/** Types as a scanner does: fast, wherever the focus is, ending with Enter. */
export async function scan(page: Page, text: string): Promise<void> {
  const [first = '', ...others] = text.split(groupSeparator);
  await page.keyboard.type(first);
  for (const part of others) {
    await page.keyboard.press('Control+BracketRight');
    await page.keyboard.type(part);
  }
  await page.keyboard.press('Enter');
}

/** As {@link scan} while an input method takes every key: only the places of the keys are known. */
export async function scanThroughInputMethod(page: Page, text: string): Promise<void> {
  await page.evaluate((digits) => {
    const press = (code: string): void => {
      const event = new KeyboardEvent('keydown', { key: 'Process', code, bubbles: true, cancelable: true });
      document.body.dispatchEvent(event);
    };
    for (const digit of digits) press(`Digit${digit}`);
    press('Enter');
  }, text);
}
