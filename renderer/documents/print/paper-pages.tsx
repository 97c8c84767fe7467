import { amountInWords } from '#app/core/amount-words.ts';
import { fen, formatFen } from '#app/core/fen.ts';
import { formatQuantity } from '#app/core/quantity.ts';
import { paperTotals } from '#app/stock/paper.ts';
import type { PaperRow } from '#app/stock/paper.ts';
import { useLanguage, useText } from '../../ui/language.tsx';
import { PaperHead } from './paper-head.tsx';
import type { PaperHeading } from './paper-head.tsx';
import { pagesOf, papers } from './papers.ts';
import type { Paper } from './papers.ts';
import classes from './paper.module.css';

/** A place at the foot to sign at; `by` where the name is known already. */
interface PaperSignature {
  readonly label: string;
  readonly by?: string;
}

/** What is printed, on whatever paper. */
export interface PaperContent {
  readonly heading: PaperHeading;
  readonly rows: readonly PaperRow[];
  /** What stands at the end of a row: the batch and its expiry day, or the barcode. */
  readonly beside: 'lots' | 'barcode';
  readonly signatures: readonly PaperSignature[];
  /** Who is given which sheet of three-part paper. */
  readonly copies: string;
}

interface PaperPagesProps {
  readonly content: PaperContent;
  readonly paper: Paper;
  readonly distributor: string;
  readonly showPrices: boolean;
}

/** A row with its place in the document, which tells equal rows apart. */
interface PlacedRow {
  readonly place: number;
  readonly row: PaperRow;
}

/** Every page with its own letterhead, part of the lines, sums and signatures: pages of three-part paper get separated. */
export function PaperPages({ content, paper, distributor, showPrices }: PaperPagesProps) {
  const words = useText().documents.print;
  const { heading, rows, beside, signatures, copies } = content;
  const { width, height, rows: perPage } = papers[paper];
  const placed = rows.map((row, index): PlacedRow => ({ place: index + 1, row }));
  const pages = pagesOf(placed, perPage);
  return pages.map((part, index) => (
    <article
      key={part[0]?.place ?? 0}
      className={`${classes['sheet']} ${paper === 'a4' ? classes['a4'] : classes['continuous']}`}
      style={{ width: `${width}mm`, height: `${height}mm` }}
      data-sheet
    >
      <PaperHead
        heading={heading}
        distributor={distributor}
        place={words.page({ page: index + 1, pages: pages.length })}
      />
      <Lines part={part} showPrices={showPrices} beside={beside} />
      <Sums
        part={part}
        all={rows}
        isLast={index === pages.length - 1}
        isOnly={pages.length === 1}
        showPrices={showPrices}
      />
      <Signatures signatures={signatures} copies={paper === 'a4' ? null : copies} />
    </article>
  ));
}

interface LinesProps {
  readonly part: readonly PlacedRow[];
  readonly showPrices: boolean;
  readonly beside: PaperContent['beside'];
}

function Lines({ part, showPrices, beside }: LinesProps) {
  const t = useText();
  const words = t.documents.print;
  return (
    <table className={classes['lines']}>
      <colgroup>
        <col style={{ width: '8mm' }} />
        <col style={{ width: '24mm' }} />
        <col />
        <col style={{ width: '11mm' }} />
        <col style={{ width: '17mm' }} />
        {showPrices ? <col style={{ width: '19mm' }} /> : null}
        {showPrices ? <col style={{ width: '23mm' }} /> : null}
        <col style={{ width: beside === 'lots' ? '27mm' : '30mm' }} />
        {beside === 'lots' ? <col style={{ width: '20mm' }} /> : null}
      </colgroup>
      <thead>
        <tr>
          <th>{t.documents.columns.line}</th>
          <th>{words.code}</th>
          <th>{words.name}</th>
          <th>{words.unit}</th>
          <th className={classes['right']}>{words.quantity}</th>
          {showPrices ? <th className={classes['right']}>{words.price}</th> : null}
          {showPrices ? <th className={classes['right']}>{words.amount}</th> : null}
          <th>{beside === 'lots' ? words.lot : t.lists.columns.barcode}</th>
          {beside === 'lots' ? <th>{words.expiry}</th> : null}
        </tr>
      </thead>
      <tbody>
        {part.map(({ place, row }) => (
          <tr key={place}>
            <td>{place}</td>
            <td>{row.code}</td>
            <td>
              <span className={classes['name']}>
                {row.role === 'main' ? row.name : `${t.stockWords.roles[row.role]}：${row.name}`}
                {row.condition === null ? '' : `（${t.stockWords.conditions[row.condition]}）`}
              </span>
            </td>
            <td>{row.unit}</td>
            <td className={classes['right']}>{formatQuantity(row.quantity)}</td>
            {showPrices ? <td className={classes['right']}>{money(row.unitPrice)}</td> : null}
            {showPrices ? <td className={classes['right']}>{money(row.amount)}</td> : null}
            <td>{(beside === 'lots' ? row.lot : row.barcode) ?? ''}</td>
            {beside === 'lots' ? <td>{row.expiryDay ?? ''}</td> : null}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function money(value: number | null): string {
  return value === null ? '' : formatFen(fen(value));
}

interface SumsProps {
  readonly part: readonly PlacedRow[];
  readonly all: readonly PaperRow[];
  readonly isLast: boolean;
  readonly isOnly: boolean;
  readonly showPrices: boolean;
}

/** Of this page where there are several, and of all on the last. */
function Sums({ part, all, isLast, isOnly, showPrices }: SumsProps) {
  const words = useText().documents.print;
  const { language } = useLanguage();
  const page = paperTotals(part.map(({ row }) => row));
  const total = paperTotals(all);
  const said = (label: string, { units, amount }: typeof total): string =>
    [label, formatQuantity(units), ...(showPrices && amount !== null ? [`¥${money(amount)}`] : [])].join(
      '　',
    );
  return (
    <div className={classes['sums']}>
      {isOnly ? null : <span>{said(words.subtotal, page)}</span>}
      {isLast ? <strong>{said(words.total, total)}</strong> : null}
      {isLast && showPrices && total.amount !== null && language === 'zh-CN' ? (
        <span
          className={classes['inWords']}
        >{`${words.labelled({ label: words.inWords })}${amountInWords(total.amount)}`}</span>
      ) : null}
    </div>
  );
}

interface SignaturesProps {
  readonly signatures: readonly PaperSignature[];
  readonly copies: string | null;
}

function Signatures({ signatures, copies }: SignaturesProps) {
  const words = useText().documents.print;
  return (
    <div className={classes['signatures']}>
      {signatures.map(({ label, by }) => (
        <span key={label}>
          {words.labelled({ label })}
          {by}
        </span>
      ))}
      {copies === null ? null : <span className={classes['copies']}>{copies}</span>}
    </div>
  );
}
