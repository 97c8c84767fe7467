import type { Page } from '@playwright/test';
import { expect, test } from './support/application.ts';

/** Two products, one of them under lot control, entered through the API as another screen would. */
async function seedProducts(page: Page): Promise<void> {
  for (const product of [
    { code: 'X1', name: '玻尿酸面膜', packSize: 12 },
    { code: 'X2', name: '洁面乳', packSize: 24 },
  ])
    await call(page, 'products.create', product);
}

async function call(page: Page, path: string, input: object): Promise<void> {
  const status = await page.evaluate(
    async ([address, body]) => {
      const answer = await fetch(`/api/trpc/${address}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
      });
      return answer.status;
    },
    [path, JSON.stringify(input)] as const,
  );
  expect(status).toBe(200);
}

async function openNew(page: Page, kind: string): Promise<void> {
  await page.goto(`${new URL(page.url()).origin}/documents/new/${kind}`);
  await expect(page.locator('input[data-field="product"]').first()).toBeFocused();
}

async function typeProduct(page: Page, code: string): Promise<void> {
  await page.keyboard.type(code);
  await page.keyboard.press('Enter');
  await expect(page.locator('input:focus')).toHaveAttribute('data-field', 'quantity');
}

const focused = (page: Page) => page.locator('input:focus');

test('a receipt and an issue are written and posted by keyboard alone, with batches in between', async ({
  page,
}) => {
  await seedProducts(page);
  await openNew(page, 'receipt');
  const { keyboard } = page;
  await typeProduct(page, 'X1');
  await keyboard.type('2x');
  await keyboard.press('Enter');
  await expect(focused(page)).toHaveAttribute('data-field', 'price');
  await keyboard.type('10.5');
  // Enter goes on to the next line; Tab to every cell, as to the batch.
  await keyboard.press('Tab');
  await keyboard.type('B1');
  await keyboard.press('Tab');
  await keyboard.press('Tab');
  await keyboard.type('20290131');
  await keyboard.press('Enter');
  await expect(focused(page)).toHaveAttribute('data-field', 'product');
  await typeProduct(page, 'X1');
  await keyboard.type('5');
  await keyboard.press('Enter');
  await keyboard.type('10.5');
  await keyboard.press('Tab');
  await keyboard.type('B2');
  await keyboard.press('Tab');
  await keyboard.press('Tab');
  await keyboard.type('20280131');
  await keyboard.press('Enter');
  await expect(page.locator('[data-totals]')).toContainText('29');
  await keyboard.press('F9');
  await expect(page).toHaveURL(/documents\/[0-9a-f-]{36}$/u);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('RK-');

  await openNew(page, 'issue');
  await typeProduct(page, 'X1');
  await keyboard.type('7');
  // First expiry first: the younger receipt, then two of the other.
  await expect(page.getByText('B2 × 5')).toBeVisible();
  await expect(page.getByText('B1 × 2')).toBeVisible();
  await keyboard.press('F9');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('CK-');
  await expect(page.getByRole('link', { name: 'B2' })).toBeVisible();
});

test('what is not right is said at its cell, and what was typed stays when posting fails', async ({
  page,
}) => {
  await seedProducts(page);
  await openNew(page, 'issue');
  await typeProduct(page, 'X2');
  await page.keyboard.type('3');
  await page.keyboard.press('F9');
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('X2');
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(page.locator('input[data-field="quantity"]').first()).toHaveValue('3');
  page.on('dialog', (leave) => void leave.accept());
  await page.reload();
  await expect(page.locator('input[data-field="quantity"]').first()).toHaveValue('3');
});

test('two windows on one draft: the later one sees what the other saved before it saves its own', async ({
  page,
}) => {
  await seedProducts(page);
  await openNew(page, 'issue');
  await typeProduct(page, 'X2');
  await page.keyboard.type('3');
  await page.keyboard.press('Control+s');
  await expect(page).toHaveURL(/documents\/drafts\//u);
  // The cursor stays where it was.
  await expect(focused(page)).toHaveAttribute('data-field', 'quantity');
  const other = await page.context().newPage();
  await other.goto(page.url());
  const quantity = other.locator('input[data-field="quantity"]').first();
  await quantity.fill('4');
  await other.keyboard.press('Control+s');
  await expect(other.getByRole('alert').first()).toBeVisible();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('9');
  await page.keyboard.press('Control+s');
  const dialog = page.getByRole('dialog');
  await expect(dialog.locator('tbody tr')).toHaveText(/3\s*4/u);
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await other.reload();
  await expect(other.locator('input[data-field="quantity"]').first()).toHaveValue('9');
});

test('in a long sheet the arrows go over every line, also over those that were not drawn', async ({
  page,
}) => {
  await seedProducts(page);
  await openNew(page, 'receipt');
  await focused(page).evaluate((field, text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', text);
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, 'X1\t12\n'.repeat(150));
  await expect(page.locator('tbody[data-lines]').first()).toBeAttached();
  await page.locator('input[data-field="quantity"]').first().focus();
  const walk = (key: string) =>
    page.evaluate(
      ([name, steps]) => {
        const lines: number[] = [];
        for (let step = 0; step < steps; step++) {
          const event = new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true });
          document.activeElement?.dispatchEvent(event);
          lines.push(Number(document.activeElement?.closest('tr')?.querySelector('td')?.textContent));
        }
        return lines;
      },
      [key, 149] as const,
    );
  expect(await walk('ArrowDown')).toEqual(Array.from({ length: 149 }, (_, step) => step + 2));
  await page.locator('tbody[data-lines]').first().waitFor({ state: 'attached' });
  expect(await walk('ArrowUp')).toEqual(Array.from({ length: 149 }, (_, step) => 149 - step));
});
