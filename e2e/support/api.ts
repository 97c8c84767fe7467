import type { Page } from '@playwright/test';

/** What a page is told by the application it belongs to, with its session. For setting the scene and looking behind it. */
export async function ask<Answer>(page: Page, path: string, input: unknown = {}): Promise<Answer> {
  return page.evaluate(
    async ([procedure, text]) => {
      const answer = await fetch(`/api/trpc/${procedure}?input=${encodeURIComponent(text)}`);
      const { result, error } = (await answer.json()) as { result?: { data: unknown }; error?: unknown };
      if (result === undefined) throw new Error(JSON.stringify(error));
      return result.data as Answer;
    },
    [path, JSON.stringify(input)] as const,
  );
}

/** Changes something through the page's session. */
export async function tell<Answer>(page: Page, path: string, input: unknown): Promise<Answer> {
  return page.evaluate(
    async ([procedure, body]) => {
      const headers = { 'content-type': 'application/json' };
      const answer = await fetch(`/api/trpc/${procedure}`, { method: 'POST', headers, body });
      const { result, error } = (await answer.json()) as { result?: { data: unknown }; error?: unknown };
      if (result === undefined) throw new Error(JSON.stringify(error));
      return result.data as Answer;
    },
    [path, JSON.stringify(input)] as const,
  );
}
