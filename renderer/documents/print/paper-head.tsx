import { useText } from '../../ui/language.tsx';
import type { DocumentViewed } from '../document-page.tsx';
import classes from './paper.module.css';

interface PaperHeadProps {
  readonly view: DocumentViewed;
  readonly distributor: string;
  readonly page: number;
  readonly pages: number;
}

/** Letterhead and what the head of the document says; on every page. */
export function PaperHead({ view: { document }, distributor, page, pages }: PaperHeadProps) {
  const t = useText();
  const words = t.documents.print;
  const partner = [document.partnerName, document.partnerPhone]
    .filter((part) => (part ?? '') !== '')
    .join(' ');
  const facts: readonly (readonly [string, string | null])[] = [
    [words.number, document.number],
    [words.day, document.day],
    [t.lists.columns.partner, partner],
    [words.warehouse, document.warehouse],
    [words.toWarehouse, document.toWarehouse],
    [words.order, document.purchaseOrderNumber ?? document.customerOrderNumber],
    [words.origin, document.originNumber],
    [words.reason, document.reason === '' ? null : t.stockWords.reasons[document.reason]],
    [words.note, document.note],
  ];
  return (
    <header className={classes['head']}>
      <div className={classes['titleLine']}>
        <span className={classes['title']}>
          {distributor === '' ? null : <span className={classes['distributor']}>{distributor}</span>}
          {words.documentOf({ kind: t.stockWords.kinds[document.kind] })}
        </span>
        <span className={classes['pageNumber']}>{words.page({ page, pages })}</span>
      </div>
      {document.reversedByNumber === null ? null : (
        <div className={classes['reversed']}>{words.reversed({ number: document.reversedByNumber })}</div>
      )}
      <dl className={classes['facts']}>
        {facts.map(([label, value]) =>
          value === null || value === '' ? null : (
            <div key={label}>
              <dt>{`${label}：`}</dt>
              <dd>{value}</dd>
            </div>
          ),
        )}
      </dl>
    </header>
  );
}
