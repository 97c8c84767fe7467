import type { StockSheet } from '#app/stock/stock-sheet.ts';
import { endDraft } from '#db/queries/stock/drafts.ts';
import type { AnchorPolicy } from '#db/queries/stock/posting-types.ts';
import { getSettings } from '#db/queries/settings.ts';

import type { Context } from '../server/context.ts';
import { postArrival } from './post-arrival.ts';
import { postSheet } from './post-sheet.ts';
import type { PostedSheet, SheetTerms } from './post-sheet.ts';

export interface WrittenToPost {
  readonly sheet: StockSheet;
  /** The draft that this was, on the version that the person saw. */
  readonly draft?: { readonly id: string; readonly version: number } | undefined;
  readonly anchors?: AnchorPolicy | undefined;
  /** Of a dispatch: it arrives whole on the same day. */
  readonly arrives?: boolean | undefined;
}

/** Posts what a person wrote as one transaction, with the arrival of a transfer that arrives at once. */
export async function postWritten(
  context: Context,
  { sheet, draft, anchors, arrives }: WrittenToPost,
): Promise<PostedSheet & { readonly arrival: PostedSheet | null }> {
  const { device } = await getSettings(context.store.read);
  const terms: SheetTerms = {
    device,
    now: context.clock.now(),
    negative: 'rule',
    anchors: anchors ?? 'refuse',
    actor: context.actor,
    today: context.clock.today(),
  };
  const detail = { kind: sheet.kind, day: sheet.day, lines: sheet.lines.length, anchors: terms.anchors };
  const audit = { actor: context.actor, action: 'post', entity: 'stock_document', detail };
  return context.store.transact(audit, async (write) => {
    const posted = await postSheet(write, sheet, terms);
    if (draft !== undefined) await endDraft(write.trx, draft, posted.id, terms.now);
    return {
      ...posted,
      arrival: arrives === true ? await postArrival(write, sheet, posted.id, terms) : null,
    };
  });
}
