import { useCallback, useEffect, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { sheetForm } from '#app/stock/sheet-form.ts';
import { query } from '../../api/client.ts';
import { useText } from '../../ui/language.tsx';
import { notifyFailure } from '../../ui/notify.tsx';
import { BackTo } from '../../ui/back-to.tsx';
import { Page } from '../../ui/page.tsx';
import { focusNext } from '../../ui/typing/walk-cells.ts';
import type { FoundByText } from '../../products/find-product.ts';
import { DiscardButton } from './discard-button.tsx';
import { EditorFoot } from './editor-foot.tsx';
import { HeadFields } from './head-fields.tsx';
import type { Warehouse } from './head-fields.tsx';
import { Obstacles } from './obstacles.tsx';
import { withOrder, withOrigin } from './prefill.ts';
import { SheetGrid } from './sheet-grid.tsx';
import { hasGaps } from './sheet-totals.ts';
import { stateOfSheet } from './sheet-state.ts';
import type { SheetState } from './sheet-state.ts';
import { lineOfFound } from './found-line.ts';
import { useKeeping } from './use-keeping.ts';
import type { Draft } from './use-keeping.ts';
import { usePreview } from './use-preview.ts';
import { useSheetKeys } from './use-sheet-keys.ts';
import { forgetBackup, useSheet, withBlanks } from './use-sheet.ts';

interface SheetEditorProps {
  readonly initial: SheetState;
  readonly draft: Draft | null;
  /** What was opened; unsaved changes are kept under it while the window is open. */
  readonly address: string;
  readonly warehouses: readonly Warehouse[];
  readonly onDraft: (id: string) => void;
}

/** A document as it is written: head, lines, totals; F9 posts, Ctrl S keeps it as a draft. */
export function SheetEditor({ initial, draft: opened, address, warehouses, onDraft }: SheetEditorProps) {
  const t = useText();
  const words = t.documents;
  const [, navigate] = useLocation();
  const root = useRef<HTMLDivElement>(null);
  const backup = `zongdai.sheet.${address}`;
  const editing = useSheet(initial, backup);
  const { state } = editing;
  const [draft, setDraft] = useState(opened);
  const [strict, setStrict] = useState(false);
  const form = sheetForm(state.head.kind);
  const preview = usePreview(state);
  const keeping = useKeeping({
    state,
    draft,
    warehouses: [...warehouses],
    onDraft: (saved) => {
      setDraft(saved);
      editing.markSaved();
      if (draft === null) onDraft(saved.id);
    },
    onPosted: (posted) => {
      editing.markSaved();
      forgetBackup(backup);
      navigate(`/documents/${posted.id}`, { replace: true });
    },
  });
  const tryPost = async (): Promise<void> => {
    setStrict(true);
    if (hasGaps(state.lines)) return focusProblem(root.current);
    await keeping.post();
    return undefined;
  };
  const answer = (load: (state: SheetState) => Promise<SheetState>): void => {
    load(state).then(({ head, lines }) => {
      editing.setHead(head);
      editing.setLines(withBlanks(lines, form.isArrival));
    }, notifyFailure);
  };
  useSheetKeys({ onPost: () => void tryPost(), onSave: () => void keeping.save() });
  const { changeLine, addLine } = editing;
  const { kind } = state.head;
  const onFound = useCallback(
    (key: string, found: FoundByText, input: HTMLInputElement | null) => {
      query('sheets.products', { ids: [found.product.id] }).then(([product]) => {
        if (product !== undefined) changeLine(key, lineOfFound(kind, product, found));
        if (input !== null && root.current !== null) focusNext(root.current, input, addLine);
      }, notifyFailure);
    },
    [kind, changeLine, addLine],
  );
  useEffect(() => {
    const cells = [...(root.current?.querySelectorAll<HTMLInputElement>('input[data-cell]') ?? [])];
    cells.find((cell) => !cell.readOnly)?.focus();
  }, []);
  const kindName = t.stockWords.kinds[kind];
  return (
    <div ref={root} style={{ display: 'contents' }}>
      <Page
        title={draft === null ? words.newTitle({ kind: kindName }) : words.draftTitle({ kind: kindName })}
        subtitle={editing.isDirty ? words.leaveUnsaved : undefined}
        leading={<BackTo href="/documents" />}
        actions={
          draft === null ? undefined : (
            <DiscardButton
              draft={draft}
              onDiscarded={() => {
                forgetBackup(backup);
                navigate('/documents/drafts', { replace: true });
              }}
            />
          )
        }
        flush
      >
        <HeadFields
          head={state.head}
          form={form}
          warehouses={warehouses}
          problems={preview.head}
          strict={strict}
          onChange={editing.setHead}
          onOrder={(id) =>
            id === null ? editing.setHead({ orderId: null }) : answer((current) => withOrder(current, id))
          }
          onOrigin={(id) =>
            id === null ? editing.setHead({ originId: null }) : answer((current) => withOrigin(current, id))
          }
        />
        <SheetGrid editing={editing} form={form} preview={preview} strict={strict} onFound={onFound} />
        <EditorFoot
          lines={state.lines}
          form={form}
          preview={preview}
          strict={strict}
          isBusy={keeping.isBusy}
          onAdd={addLine}
          onSave={() => void keeping.save()}
          onPost={() => void tryPost()}
          onProblem={() => focusProblem(root.current)}
        />
        <Obstacles
          keeping={keeping}
          draft={draft}
          onTheirs={(theirs, products) => {
            setDraft({ id: theirs.id, version: theirs.version, sheet: theirs.sheet });
            const next = stateOfSheet(theirs.sheet, products);
            editing.replace({ ...next, lines: withBlanks(next.lines, form.isArrival) });
          }}
        />
      </Page>
    </div>
  );
}

/** The first field that is marked as wrong. */
function focusProblem(root: HTMLElement | null): void {
  setTimeout(
    () => root?.querySelector<HTMLInputElement>('input[data-error], input[aria-invalid=true]')?.focus(),
    0,
  );
}
