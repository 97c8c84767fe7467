import { sql } from 'kysely';

import type { BusinessDay } from '#app/core/business-day.ts';
import { answeredRole, originKinds } from '#app/stock/origins.ts';
import { writtenLines } from '#app/stock/paper-lines.ts';
import type { StockDocumentKind, WrittenKind } from '#app/stock/stock-words.ts';

import type { ReadAccess } from '../../store.ts';
import { getDocument } from '../document-view.ts';
import type { DocumentHead, DocumentView } from '../document-view.ts';
import { originLines } from './facts-related.ts';

/** A document that another one can answer. */
export interface OriginChoice {
  readonly id: string;
  readonly number: string;
  readonly kind: StockDocumentKind;
  readonly day: BusinessDay;
  readonly partnerName: string | null;
  readonly toWarehouse: string | null;
}

/** A line of an origin with what of it later documents have not answered yet. */
export interface OpenOriginLine {
  /** Of the origin's ledger: what a sheet's line names as `originLine`. */
  readonly line: number;
  readonly productId: string;
  readonly productCode: string;
  readonly productName: string;
  readonly lotId: string | null;
  readonly lot: string | null;
  readonly expiryDay: BusinessDay | null;
  readonly quantity: number;
  readonly open: number;
  /** As it was written there, in fen a unit; null where no price was. */
  readonly unitPrice: number | null;
}

const mostChoices = 30;
/** Dispatches are looked through this far back for those of which something is still on its way. */
const mostDispatches = 300;

/**
 * Documents that one of `kind` can answer, the newest first: of dispatches those that have not arrived whole. `search`: beginning
 * of the number, or part of the partner's name.
 */
export async function listOrigins(
  db: ReadAccess,
  kind: WrittenKind,
  search: string,
): Promise<OriginChoice[]> {
  const kinds = originKinds[kind] ?? [];
  if (kinds.length === 0) return [];
  const found = search.normalize('NFKC').trim();
  const pattern = `%${found.replaceAll(/[\\%_]/gu, String.raw`\$&`)}%`;
  const matches =
    found === ''
      ? sql`TRUE`
      : sql`(d.number LIKE ${pattern} ESCAPE '\\' OR p.name LIKE ${pattern} ESCAPE '\\')`;
  const inTransit = kind === 'transfer_in';
  const { rows } = await sql<OriginChoice>`
    SELECT d.id, d.number, d.kind, d.day, p.name AS partnerName,
      (SELECT name FROM warehouse WHERE id = d.to_warehouse_id) AS toWarehouse
    FROM stock_document AS d LEFT JOIN partner AS p ON p.id = d.partner_id
    WHERE d.kind IN (${sql.join(kinds)}) AND d.reverses_id IS NULL AND ${matches}
      AND NOT EXISTS (SELECT 1 FROM stock_document AS r WHERE r.reverses_id = d.id)
    ORDER BY d.day DESC, d.number DESC LIMIT ${inTransit ? mostDispatches : mostChoices}`.execute(db);
  if (!inTransit) return rows;
  const open: OriginChoice[] = [];
  for (const row of rows) {
    if (open.length >= mostChoices) break;
    const lines = await originLines(db, row.id, answeredRole(row.kind));
    if (lines.some((line) => line.open > 0)) open.push(row);
  }
  return open;
}

/** A document with what of its lines is still open to be answered. Fails with `notFound`. */
export async function getOpenOrigin(
  db: ReadAccess,
  id: string,
): Promise<{ document: DocumentHead; lines: OpenOriginLine[] }> {
  const view = await getDocument(db, id);
  const { document } = view;
  const role = answeredRole(document.kind);
  const open = await originLines(db, id, role);
  const booked = new Map(view.lines.map((line) => [line.line, line]));
  const lines = open.flatMap((line): OpenOriginLine[] => {
    const entry = booked.get(line.line);
    if (entry === undefined) return [];
    const { productCode, productName, lotId, lot, expiryDay } = entry;
    return [
      {
        line: line.line,
        productId: line.productId,
        productCode,
        productName,
        lotId,
        lot,
        expiryDay,
        quantity: line.quantity,
        open: line.open,
        unitPrice: priceOf(view, line.productId, lotId),
      },
    ];
  });
  return { document, lines };
}

/** The price of the first written line of the product that took of this batch. */
function priceOf({ sheet, lines }: DocumentView, productId: string, lotId: string | null): number | null {
  if (sheet === null) return null;
  const own = writtenLines(sheet, lines).filter(({ line }) => line.productId === productId);
  const exact = own.find(({ parts }) => parts.some((part) => part.lotId === lotId));
  return (exact ?? own[0])?.line.unitPrice ?? null;
}
