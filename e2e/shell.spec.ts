import { expect, test } from './support/application.ts';

test('the first page opens on an empty store, in Chinese, without an error', async ({ page }) => {
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(`${message.text()} ${message.location().url}`);
  });
  await page.reload();
  await expect(page).toHaveTitle(/总代工作台/u);
  await expect(page.getByRole('navigation').first()).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', /zh/u);
  expect(problems).toEqual([]);
});

test('the page may load nothing but itself', async ({ page }) => {
  const response = await page.reload();
  expect(response?.headers()['content-security-policy']).toContain("default-src 'self'");
  const answer = await page.evaluate(async () =>
    fetch('https://example.com/').then(
      () => 'reached',
      () => 'refused',
    ),
  );
  expect(answer).toBe('refused');
});
