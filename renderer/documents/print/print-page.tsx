import { paperRows } from '#app/stock/paper.ts';
import { useApiQuery } from '../../api/hooks.ts';
import { useText } from '../../ui/language.tsx';
import { QueryState } from '../../ui/states.tsx';
import type { DocumentViewed } from '../document-page.tsx';
import { PaperDesk } from './paper-desk.tsx';
import type { PaperHeading } from './paper-head.tsx';

/** A stock document on paper. */
export function DocumentPrintPage({ id }: { readonly id: string }) {
  const answer = useApiQuery('documents.get', { id });
  return <QueryState query={answer}>{(view) => <DocumentPaper view={view} />}</QueryState>;
}

function DocumentPaper({ view }: { readonly view: DocumentViewed }) {
  const words = useText().documents.print;
  const { id, number, actor } = view.document;
  return (
    <PaperDesk
      number={number}
      href={`/documents/${id}`}
      content={{
        heading: useHeading(view),
        rows: paperRows(view),
        beside: 'lots',
        signatures: [
          { label: words.writtenBy, by: actor },
          { label: words.keeper },
          { label: words.receiver },
        ],
        copies: words.copies,
      }}
    />
  );
}

function useHeading({ document }: DocumentViewed): PaperHeading {
  const t = useText();
  const words = t.documents.print;
  const partner = [document.partnerName, document.partnerPhone]
    .filter((part) => (part ?? '') !== '')
    .join(' ');
  return {
    title: words.documentOf({ kind: t.stockWords.kinds[document.kind] }),
    stamp: document.reversedByNumber === null ? null : words.reversed({ number: document.reversedByNumber }),
    facts: [
      [words.number, document.number],
      [words.day, document.day],
      [t.lists.columns.partner, partner],
      [words.warehouse, document.warehouse],
      [words.toWarehouse, document.toWarehouse],
      [words.order, document.purchaseOrderNumber ?? document.customerOrderNumber],
      [words.origin, document.originNumber],
      [words.reason, document.reason === '' ? null : t.stockWords.reasons[document.reason]],
      [words.note, document.note],
    ],
  };
}
