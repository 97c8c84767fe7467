import { Button } from '@mantine/core';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { sheetForm } from '#app/stock/sheet-form.ts';
import { query } from '../../api/client.ts';
import { useText } from '../../ui/language.tsx';
import { notifyFailure } from '../../ui/notify.tsx';
import { BackTo } from '../../ui/back-to.tsx';
import { Page } from '../../ui/page.tsx';
import { focusNext } from '../../ui/typing/walk-cells.ts';
import type { FoundByText } from '../../products/find-product.ts';
import { drawnRow } from './drawn-block.tsx';
import { DiscardButton } from './discard-button.tsx';
import { EditorFoot } from './editor-foot.tsx';
import { HeadFields } from './head-fields.tsx';
import type { Warehouse } from './head-fields.tsx';
import { Obstacles } from './obstacles.tsx';
import { withOrder, withOrigin } from './prefill.ts';
import { SheetGrid } from './sheet-grid.tsx';
import { ProblemList } from './problem-list.tsx';
import { gapsOf } from './sheet-totals.ts';
import { stateOfSheet } from './sheet-state.ts';
import type { SheetState } from './sheet-state.ts';
import { lineOfFound } from './found-line.ts';
import { useKeeping } from './use-keeping.ts';
import type { Draft } from './use-keeping.ts';
import { usePreview } from './use-preview.ts';
import { useSheetKeys } from './use-sheet-keys.ts';
import { useSheet, withBlanks } from './use-sheet.ts';

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
  const editing = useSheet(initial, opened, address);
  const { state, draft } = editing;
  const [strict, setStrict] = useState(false);
  const [showsProblems, setShowsProblems] = useState(false);
  const form = useMemo(() => sheetForm(state.head.kind), [state.head.kind]);
  const preview = usePreview(state);
  const keeping = useKeeping({
    state,
    draft,
    warehouses: [...warehouses],
    onDraft: (saved) => {
      editing.markSaved(saved);
      if (draft === null) onDraft(saved.id);
    },
    // They stand at their cells and in the list; a message over them would only hide it.
    onInvalid: () => setShowsProblems(true),
    onPosted: (posted) => {
      editing.markSaved(draft);
      navigate(`/documents/${posted.id}`, { replace: true });
    },
  });
  const tryPost = async (): Promise<void> => {
    setStrict(true);
    if (gapsOf(state.lines).length > 0) setShowsProblems(true);
    else await keeping.post();
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
        subtitle={editing.isRestored ? words.restored : editing.isDirty ? words.leaveUnsaved : undefined}
        leading={<BackTo href="/documents" />}
        actions={
          draft === null ? (
            <Button
              variant="default"
              disabled={!editing.isDirty}
              onClick={() => editing.replace(initial, null)}
            >
              {words.startAgain}
            </Button>
          ) : (
            <DiscardButton
              draft={draft}
              onDiscarded={() => {
                editing.markSaved(draft);
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
          onOrder={(id) => (id === null ? editing.unlink('order') : answer((now) => withOrder(now, id)))}
          onOrigin={(id) => (id === null ? editing.unlink('origin') : answer((now) => withOrigin(now, id)))}
        />
        <SheetGrid editing={editing} form={form} preview={preview} strict={strict} onFound={onFound} />
        <EditorFoot
          lines={state.lines}
          form={form}
          problems={
            <ProblemList
              lines={state.lines}
              preview={preview}
              strict={strict}
              isOpen={showsProblems}
              onOpen={setShowsProblems}
              onLine={(key) => void focusLineOf(root.current, key)}
            />
          }
          isBusy={keeping.isBusy}
          onAdd={addLine}
          onSave={() => void keeping.save()}
          onPost={() => void tryPost()}
        />
        <Obstacles
          keeping={keeping}
          draft={draft}
          onTheirs={(theirs, products) => {
            const next = stateOfSheet(theirs.sheet, products);
            editing.replace(
              { ...next, lines: withBlanks(next.lines, form.isArrival) },
              { id: theirs.id, version: theirs.version, sheet: theirs.sheet },
            );
          }}
        />
      </Page>
    </div>
  );
}

/** The first field of a line that is marked as wrong, or its first; of the head for null. */
async function focusLineOf(root: HTMLElement | null, key: string | null): Promise<void> {
  if (root === null) return;
  const wrong = 'input[data-error], input[aria-invalid=true]';
  const place = key === null ? root : await drawnRow(root, key);
  const field =
    place?.querySelector<HTMLInputElement>(wrong) ?? place?.querySelector<HTMLInputElement>('input');
  // The list gives the cursor back when it closes.
  setTimeout(() => field?.focus(), 50);
}
