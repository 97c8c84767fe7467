import { useState } from 'react';
import type { CountedBalance, StockShortfall } from '#app/core/stock-problems.ts';
import { mutate, query } from '../../api/client.ts';
import type { OutputOf } from '../../api/contract.ts';
import { troubleOf } from '../../api/failure.ts';
import { invalidate } from '../../api/hooks.ts';
import { useText } from '../../ui/language.tsx';
import { notifyDone, notifyFailure } from '../../ui/notify.tsx';
import { stockMoved } from '../stock-moved.ts';
import type { CountChoice } from './count-dialog.tsx';
import { describeChanges } from './describe-changes.ts';
import type { DescribedChange } from './describe-changes.ts';
import { isBlank, sentLines, sheetToSend } from './sheet-state.ts';
import type { KeptSheet, SheetState } from './sheet-state.ts';

export interface Draft {
  readonly id: string;
  readonly version: number;
  /** As it was kept when it was opened or last saved. */
  readonly sheet: KeptSheet;
}

type Posted = OutputOf<'documents.post'>;

/** What stands between the person and what was asked for; the page shows it as a dialog. */
export type Obstacle =
  | { readonly kind: 'counts'; readonly counts: readonly CountedBalance[] }
  | { readonly kind: 'short'; readonly shortfalls: readonly StockShortfall[] }
  | {
      readonly kind: 'changed';
      readonly changes: readonly DescribedChange[];
      readonly theirs: OutputOf<'documents.draft'>;
      readonly again: 'save' | 'post';
    };

interface KeepingOptions {
  readonly state: SheetState;
  readonly draft: Draft | null;
  readonly warehouses: OutputOf<'stock.warehouses'>;
  readonly onDraft: (draft: Draft) => void;
  readonly onPosted: (posted: Posted) => void;
  /** What is written was refused for problems that stand in the sheet. */
  readonly onInvalid: () => void;
}

export interface Keeping {
  readonly obstacle: Obstacle | null;
  readonly isBusy: boolean;
  readonly save: (draft?: Draft | null) => Promise<void>;
  readonly post: (terms?: { anchors?: CountChoice; draft?: Draft | null }) => Promise<void>;
  readonly dismiss: () => void;
}

/** Saving and posting what is written, with the questions that either can raise. Whatever fails, nothing typed is lost. */
export function useKeeping({
  state,
  draft,
  warehouses,
  onDraft,
  onPosted,
  onInvalid,
}: KeepingOptions): Keeping {
  const t = useText();
  const [obstacle, setObstacle] = useState<Obstacle | null>(null);
  const [isBusy, setBusy] = useState(false);

  /** Turns a failure into the question it asks; any other is told. */
  const ask = async (error: unknown, again: 'save' | 'post'): Promise<void> => {
    const trouble = troubleOf(error);
    if (trouble.kind === 'failure') {
      const { code, parameters } = trouble.failure;
      if (code === 'stock.sheetInvalid') return onInvalid();
      if (code === 'stock.beforeCount') return setObstacle({ kind: 'counts', counts: parameters.counts });
      if (code === 'stock.wouldGoNegative')
        return setObstacle({ kind: 'short', shortfalls: parameters.shortfalls });
      if (code === 'stock.documentChanged' && draft !== null) {
        const theirs = await query('documents.draft', { id: draft.id });
        const changes = await describeChanges(draft.sheet, theirs.sheet, warehouses, t);
        return setObstacle({ kind: 'changed', changes, theirs, again });
      }
    }
    return notifyFailure(error);
  };
  const run = async (again: 'save' | 'post', work: () => Promise<void>): Promise<void> => {
    if (isBusy) return;
    setBusy(true);
    setObstacle(null);
    try {
      await work();
    } catch (error) {
      await ask(error, again).catch(notifyFailure);
    } finally {
      setBusy(false);
    }
  };
  const save = (onto: Draft | null = draft): Promise<void> =>
    run('save', async () => {
      const sheet = sheetToSend(state);
      const id = onto === null ? {} : { id: onto.id, version: onto.version };
      const saved = await mutate('documents.saveDraft', { ...id, sheet });
      await invalidate('documents.drafts');
      const left = state.lines.filter((line) => !isBlank(line)).length - sentLines(state.lines).length;
      notifyDone(left > 0 ? t.documents.draftLines({ count: left }) : t.documents.draftSaved);
      onDraft(saved);
    });
  const post: Keeping['post'] = ({ anchors, draft: onto = draft } = {}) =>
    run('post', async () => {
      const posted = await mutate('documents.post', {
        sheet: sheetToSend(state),
        ...(onto === null ? {} : { draft: { id: onto.id, version: onto.version } }),
        ...(anchors === undefined ? {} : { anchors }),
        ...(state.head.arrives ? { arrives: true } : {}),
      });
      await stockMoved();
      const { number, arrival } = posted;
      notifyDone(
        arrival === null
          ? t.documents.posted({ number })
          : t.documents.postedTransfer({ number, arrival: arrival.number }),
      );
      onPosted(posted);
    });
  return { obstacle, isBusy, save, post, dismiss: () => setObstacle(null) };
}
