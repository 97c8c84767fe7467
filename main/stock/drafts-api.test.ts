import { afterEach, beforeEach, expect, test } from 'vitest';

import { failing, openStockApi } from './testing.ts';
import type { StockApi } from './testing.ts';

let api: StockApi;

beforeEach(async () => {
  api = await openStockApi();
});

afterEach(() => api.cleanup());

const written = (quantity: number) =>
  api.sheet('adjustment', {
    reason: 'found',
    lines: [{ productId: api.products.A, quantity, unitPrice: 100 }],
  });

test('two windows on one draft: the later one is told what changed, and nothing of either is lost', async () => {
  const { documents } = api.caller;
  const draft = await documents.saveDraft({ sheet: written(1) });
  expect(await documents.saveDraft({ ...draft, sheet: written(2) })).toMatchObject({ version: 2 });
  const late = await failing(documents.saveDraft({ ...draft, sheet: written(5) }), 'stock.documentChanged');
  expect(late).toMatchObject({
    by: 'tester',
    changes: [{ line: 1, field: 'quantity', before: '1', after: '2' }],
  });
  const posting = documents.post({ sheet: written(5), draft });
  expect((await failing(posting, 'stock.documentChanged')).changes).toHaveLength(1);
  expect(await api.onHand(api.products.A)).toEqual({});
  expect((await documents.draft({ id: draft.id })).sheet.lines).toMatchObject([{ quantity: 2 }]);
  // Whoever has seen the other's version may put an own one in its place.
  await documents.saveDraft({ id: draft.id, version: 2, sheet: written(5) });
});

test('a draft is posted once, leaves the list, and leads to its document', async () => {
  const { documents } = api.caller;
  const draft = await documents.saveDraft({ sheet: written(4) });
  expect(await documents.drafts()).toMatchObject([{ id: draft.id, kind: 'adjustment', lines: 1, units: 4 }]);
  const posted = await documents.post({ sheet: written(4), draft });
  const again = await failing(documents.post({ sheet: written(4), draft }), 'stock.draftEnded');
  expect(again).toEqual({ status: 'posted', number: posted.number });
  expect(await documents.drafts()).toEqual([]);
  expect(await documents.draft({ id: draft.id })).toMatchObject({ status: 'posted', documentId: posted.id });
  expect(await api.onHand(api.products.A)).toEqual({ '': 4 });
});

test('a draft that was discarded cannot be saved, posted or discarded again', async () => {
  const { documents } = api.caller;
  const draft = await documents.saveDraft({ sheet: written(4) });
  await documents.discardDraft(draft);
  for (const work of [
    documents.saveDraft({ ...draft, sheet: written(4) }),
    documents.post({ sheet: written(4), draft }),
    documents.discardDraft(draft),
  ])
    expect(await failing(work, 'stock.draftEnded')).toMatchObject({ status: 'discarded' });
});
