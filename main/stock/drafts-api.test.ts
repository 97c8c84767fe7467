import { afterEach, beforeEach, expect, test } from 'vitest';

import { failureMessage } from '#app/i18n/catalogue.ts';

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
  const { sheet: _, ...draft } = await documents.saveDraft({ sheet: written(4) });
  expect(await documents.drafts({})).toMatchObject({
    total: 1,
    rows: [{ ...draft, kind: 'adjustment', warehouse: '主仓', lines: 1, units: 4, actor: 'tester' }],
  });
  const posted = await documents.post({ sheet: written(4), draft });
  const again = await failing(documents.post({ sheet: written(4), draft }), 'stock.draftEnded');
  expect(again).toEqual({ status: 'posted', number: posted.number });
  expect(await documents.drafts({})).toEqual({ rows: [], total: 0 });
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

test('drafts are found by partner and note, narrowed by kind, sorted by what their lines come to, page by page', async () => {
  const { documents } = api.caller;
  const receipt = api.sheet('receipt', {
    partnerId: api.partners.supplier,
    note: '等发票 100%',
    lines: [{ productId: api.products.A, quantity: 30, unitPrice: 100 }],
  });
  for (const sheet of [written(4), receipt, written(9)]) await documents.saveDraft({ sheet });
  const unitsOf = async (input: Parameters<typeof documents.drafts>[0]) => {
    const { rows, total } = await documents.drafts(input);
    return [total, ...rows.map(({ units }) => units)];
  };
  const sort = { column: 'units', direction: 'desc' } as const;
  expect(await unitsOf({ sort })).toEqual([3, 30, 9, 4]);
  expect(await unitsOf({ sort, page: 2, pageSize: 2 })).toEqual([3, 4]);
  expect(await unitsOf({ search: '总部' })).toEqual([1, 30]);
  expect(await unitsOf({ search: '发票 100%' })).toEqual([1, 30]);
  expect(await unitsOf({ search: '0_%' })).toEqual([0]);
  expect(await unitsOf({ sort, filters: { kind: 'adjustment' } })).toEqual([2, 9, 4]);
  await expect(documents.drafts({ sort: { column: 'nothing', direction: 'asc' } })).rejects.toMatchObject({
    cause: { failure: { code: 'input.invalid' } },
  });
});

test('who comes later is told by the name of the document’s kind', async () => {
  const { documents } = api.caller;
  const draft = await documents.saveDraft({ sheet: written(1) });
  await documents.saveDraft({ ...draft, sheet: written(2) });
  const parameters = await failing(
    documents.saveDraft({ ...draft, sheet: written(5) }),
    'stock.documentChanged',
  );
  const failure = { code: 'stock.documentChanged', parameters } as const;
  expect(failureMessage('zh-CN', failure)).toContain('“调整”');
  expect(failureMessage('en', failure)).toContain('“Adjustment”');
  const order = { ...failure, parameters: { ...parameters, name: 'CG-0001' } };
  expect(failureMessage('en', order)).toContain('“CG-0001”');
});

test('five hundred scans into one draft keep what each changed, and a window of any version is told what it missed', async () => {
  const { documents } = api.caller;
  const sheet = (scans: number, quantity = 1) => ({
    ...written(1),
    lines: Array.from({ length: scans }, (_, place) => ({
      productId: api.products.A,
      quantity: place === 3 ? quantity : 1,
      unitPrice: 100,
    })),
  });
  const first = await documents.saveDraft({ sheet: sheet(1) });
  let version = 1;
  for (let scans = 2; scans <= 500; scans++) {
    const { id } = first;
    ({ version } = await documents.saveDraft({ id, version, sheet: sheet(scans, scans === 500 ? 9 : 1) }));
  }
  const kept = await api.context.store.read
    .selectFrom('audit')
    .select(['detail', 'actor', 'at', 'action'])
    .where('entity_id', '=', first.id)
    .where('action', '=', 'draft.version')
    .execute();
  expect(kept).toHaveLength(500);
  expect(kept.every(({ actor, at }) => actor === 'tester' && at !== '')).toBe(true);
  // Whole, the versions would take 12 MB.
  const bytes = kept.reduce((sum, { detail }) => sum + detail.length, 0);
  expect(bytes).toBeLessThan(250_000);
  const stale = { id: first.id, version: 498, sheet: sheet(600) };
  const { changes } = await failing(documents.saveDraft(stale), 'stock.documentChanged');
  expect(changes).toContainEqual({ line: 4, field: 'quantity', before: '1', after: '9' });
  expect(new Set(changes.map(({ line }) => line))).toEqual(new Set([4, 499, 500]));
});
