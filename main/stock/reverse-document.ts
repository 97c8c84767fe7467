import { appError } from '#app/core/errors.ts';
import type { BusinessDay } from '#app/core/business-day.ts';
import type { AnchorPolicy, PostedDocument } from '#db/queries/stock/posting-types.ts';
import { getSettings } from '#db/queries/settings.ts';
import { withdrawAnswers } from '#db/queries/stock/order-answers.ts';
import { reverseStockDocument } from '#db/queries/stock/reversal.ts';
import type { ReversalTerms } from '#db/queries/stock/reversal.ts';
import { recordSaleReversal } from '#db/queries/stock/sales-of-document.ts';
import type { Write } from '#db/store.ts';

import type { Context } from '../server/context.ts';

/** Takes a document back with all that it did: stock, what it answered of orders, and sales. Fails as {@link reverseStockDocument}. */
export async function reverseDocument(
  write: Write,
  id: string,
  terms: ReversalTerms & { readonly day: BusinessDay },
): Promise<PostedDocument> {
  const posted = await reverseStockDocument(write, id, terms);
  await withdrawAnswers(write.trx, id, posted.id, terms.now);
  await recordSaleReversal(write, id, { ...posted, day: terms.day }, terms.now);
  return posted;
}

export interface ReversalRequest {
  readonly id: string;
  /** Today where absent. */
  readonly day?: BusinessDay | undefined;
  readonly note: string;
  readonly anchors: AnchorPolicy;
}

/** As {@link reverseDocument}, in a transaction of its own and by the warehouses' rules: what a person asks for. */
export async function reverseOnRequest(
  context: Context,
  { id, day, note, anchors }: ReversalRequest,
): Promise<PostedDocument> {
  const { device } = await getSettings(context.store.read);
  const today = context.clock.today();
  if (day !== undefined && day > today) {
    const problem = { line: null, field: 'day', code: 'day.future', severity: 'error' } as const;
    throw appError('stock.sheetInvalid', { problems: [{ ...problem, found: day, expected: today }] });
  }
  const terms = {
    device,
    now: context.clock.now(),
    negative: 'rule',
    anchors,
    day: day ?? today,
    note,
    actor: context.actor,
  } as const;
  const audit = { actor: context.actor, action: 'reverse', entity: 'stock_document', entityId: id };
  return context.store.transact(audit, (write) => reverseDocument(write, id, terms));
}
