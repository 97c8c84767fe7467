import { useRef } from 'react';
import { useLocation, useSearch } from 'wouter';
import { useQuery } from '@tanstack/react-query';
import { writtenKinds } from '#app/stock/stock-words.ts';
import type { WrittenKind } from '#app/stock/stock-words.ts';
import { query } from '../../api/client.ts';
import { useApiQuery } from '../../api/hooks.ts';
import type { OutputOf } from '../../api/contract.ts';
import { NotFound } from '../../shell/not-found.tsx';
import { localToday } from '../../ui/local-today.ts';
import { QueryState } from '../../ui/states.tsx';
import { EndedDraft } from './ended-draft.tsx';
import { newSheet } from './prefill.ts';
import { SheetEditor } from './sheet-editor.tsx';
import { stateOfSheet } from './sheet-state.ts';
import type { SheetState } from './sheet-state.ts';
import type { Draft } from './use-keeping.ts';
import { withBlanks } from './use-sheet.ts';
import { sheetForm } from '#app/stock/sheet-form.ts';

interface EditorPageProps {
  readonly mode: 'new' | 'drafts';
  /** The kind of a new document, or the id of a draft. */
  readonly what: string;
}

/**
 * A document being written, new or as a draft. Saving a new one makes a draft of it and changes the address, while the sheet stays
 * as it is, with the cursor where it was.
 */
export function EditorPage({ mode, what }: EditorPageProps) {
  const search = useSearch();
  const [, navigate] = useLocation();
  const address = mode === 'new' ? `new/${what}?${search}` : `drafts/${what}`;
  // The address that this sheet began with, and the draft that it has become since.
  const begun = useRef({ address, draftId: '' });
  if (mode !== 'drafts' || begun.current.draftId !== what) {
    if (begun.current.address !== address) begun.current = { address, draftId: '' };
  }
  const stays = mode === 'drafts' && begun.current.draftId === what;
  const opened = stays ? begun.current.address : address;
  if (mode === 'new' && !isKind(what)) return <NotFound />;
  return (
    <OpenedSheet
      key={opened}
      address={opened}
      onDraft={(id) => {
        begun.current.draftId = id;
        navigate(`/documents/drafts/${id}`, { replace: true });
      }}
    />
  );
}

function isKind(text: string): text is WrittenKind {
  return (writtenKinds as readonly string[]).includes(text);
}

interface Opened {
  readonly state: SheetState;
  readonly draft: Draft | null;
  readonly ended: OutputOf<'documents.draft'> | null;
}

function OpenedSheet({
  address,
  onDraft,
}: {
  readonly address: string;
  readonly onDraft: (id: string) => void;
}) {
  const warehouses = useApiQuery('stock.warehouses');
  const opened = useQuery<Opened>({
    queryKey: ['sheet', address],
    queryFn: () => open(address, warehouses.data ?? []),
    enabled: warehouses.data !== undefined,
    // What is being written is the person's: it is read once.
    staleTime: Infinity,
    gcTime: 0,
    refetchOnWindowFocus: false,
  });
  return (
    <QueryState query={opened}>
      {({ state, draft, ended }) =>
        ended === null ? (
          <SheetEditor
            initial={state}
            draft={draft}
            address={address}
            warehouses={warehouses.data ?? []}
            onDraft={onDraft}
          />
        ) : (
          <EndedDraft draft={ended} />
        )
      }
    </QueryState>
  );
}

async function open(address: string, warehouses: OutputOf<'stock.warehouses'>): Promise<Opened> {
  const [path = '', search = ''] = address.split('?');
  const [mode, what = ''] = path.split('/');
  if (mode === 'new' && isKind(what)) {
    const asked = new URLSearchParams(search);
    const beginning = {
      order: asked.get('order') ?? asked.get('customerOrder') ?? undefined,
      origin: asked.get('origin') ?? undefined,
      copy: asked.get('copy') ?? undefined,
      lot: asked.get('lot') ?? undefined,
    };
    const state = await newSheet(what, beginning, { today: localToday(), warehouses });
    return { state, draft: null, ended: null };
  }
  const draft = await query('documents.draft', { id: what });
  const ids = [...new Set(draft.sheet.lines.map(({ productId }) => productId))];
  const products = ids.length === 0 ? [] : await query('sheets.products', { ids });
  const state = stateOfSheet(draft.sheet, products);
  return {
    state: { ...state, lines: withBlanks(state.lines, sheetForm(state.head.kind).isArrival) },
    draft: { id: draft.id, version: draft.version, sheet: draft.sheet },
    ended: draft.status === 'draft' ? null : draft,
  };
}
