import type { BusinessDay } from '#app/core/business-day.ts';
import { withdrawAnswers } from '#db/queries/stock/order-answers.ts';
import type { PostedDocument } from '#db/queries/stock/posting-types.ts';
import { reverseStockDocument } from '#db/queries/stock/reversal.ts';
import type { ReversalTerms } from '#db/queries/stock/reversal.ts';
import { recordSaleReversal } from '#db/queries/stock/sales-of-document.ts';
import type { Write } from '#db/store.ts';

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
