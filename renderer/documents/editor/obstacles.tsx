import { query } from '../../api/client.ts';
import type { OutputOf } from '../../api/contract.ts';
import { notifyFailure } from '../../ui/notify.tsx';
import { ChangedDialog } from './changed-dialog.tsx';
import { CountDialog } from './count-dialog.tsx';
import { ShortDialog } from './short-dialog.tsx';
import type { SheetProduct } from './sheet-state.ts';
import type { Draft, Keeping } from './use-keeping.ts';

interface ObstaclesProps {
  readonly keeping: Keeping;
  readonly draft: Draft | null;
  readonly onTheirs: (theirs: OutputOf<'documents.draft'>, products: readonly SheetProduct[]) => void;
}

/** The question that saving or posting raised, as a dialog. */
export function Obstacles({ keeping, draft, onTheirs }: ObstaclesProps) {
  const { obstacle, dismiss } = keeping;
  if (obstacle === null) return null;
  if (obstacle.kind === 'counts')
    return (
      <CountDialog
        counts={obstacle.counts}
        onChoice={(anchors) => void keeping.post({ anchors })}
        onClose={dismiss}
      />
    );
  if (obstacle.kind === 'short') return <ShortDialog shortfalls={obstacle.shortfalls} onClose={dismiss} />;
  const { theirs, changes, again } = obstacle;
  const takeTheirs = async (): Promise<void> => {
    const ids = theirs.sheet.lines.map(({ productId }) => productId);
    onTheirs(theirs, ids.length === 0 ? [] : await query('sheets.products', { ids }));
    dismiss();
  };
  // On the version that was just shown: whatever comes after it asks again.
  const keepMine = (): void => {
    if (draft === null) return;
    const onto: Draft = { id: draft.id, version: theirs.version, sheet: theirs.sheet };
    void (again === 'save' ? keeping.save(onto) : keeping.post({ draft: onto }));
  };
  return (
    <ChangedDialog
      by={theirs.actor}
      at={theirs.updatedAt}
      changes={changes}
      onMine={keepMine}
      onTheirs={() => {
        takeTheirs().catch(notifyFailure);
      }}
      onClose={dismiss}
    />
  );
}
