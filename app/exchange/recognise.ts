import { cellText } from './cell-text.ts';
import { columnSpec, importedKinds, missingFields } from './columns.ts';
import type { ImportedKind } from './columns.ts';
import { sortRows } from './data-rows.ts';
import { findHeader, headersOf } from './find-header.ts';
import { isOwnColumn, normaliseHeader, signatureOf } from './header-text.ts';
import type { Field, SheetKind } from './kinds.ts';
import { columnValues, mapColumns, mappedFields } from './map-columns.ts';
import type { ColumnMatch, RawColumn } from './map-columns.ts';
import type { ColumnGuess, SheetChoice, SheetGuess, TitleFact } from './plan-types.ts';
import type { KnownStore } from './known-store.ts';
import { columnLetter } from './sheet.ts';
import type { Sheet } from './sheet.ts';
import { upperHeader } from './stacked-header.ts';
import { titleFacts } from './title-facts.ts';

/** Words in headers, sheet names and titles that speak for a kind. */
const words: Readonly<Record<ImportedKind, RegExp>> = {
  products: /商品信息|产品信息|商品资料|产品资料|商品档案|商品表|产品表|目录|products?|catalog/u,
  components: /套装|组件|组合|子件|components?|bundle|kit/u,
  sales: /销售|销量|客户|会员|出库|sales|customer/u,
  stock: /库存|在库|结存|期初|stock|onhand|inventory/u,
  counts: /盘点|实盘|counts?(?:ed)?$|counted|stocktake/u,
  purchaseOrder: /采购|进货|订货|供应商|purchase|supplier/u,
  orderConfirmation: /确认|核准|可供|confirm/u,
  receipts: /送货|到货|入库|收货|发货单|发货通知|来货|receipts?|delivery|received/u,
  movements: /单据类型|出入库|调拨|移库|流水|movements?|transfer/u,
  promotions: /促销|活动|大促|promotions?|campaign/u,
  holidays: /节假日|放假|假期|调休|holidays?/u,
  weather: /天气|气温|温度|气象|weather|temperature/u,
};

/** Plain lists of products and quantities are none of these unless something says so. */
const spokenFor: ReadonlySet<ImportedKind> = new Set([
  'components',
  'counts',
  'receipts',
  'movements',
  'promotions',
  'holidays',
  'weather',
]);

interface Candidate {
  readonly kind: ImportedKind;
  readonly matches: readonly ColumnMatch[];
  readonly facts: readonly TitleFact[];
  readonly missing: readonly Field[];
  readonly score: number;
  readonly confidence: number;
}

interface View {
  readonly sheet: Sheet;
  readonly headerRow: number;
  /** Differs from the header row where the header has two storeys. */
  readonly headerTop: number;
  readonly columns: readonly RawColumn[];
  readonly signature: string;
  /** The sheet's name, and what stands above the table and is no pair of label and value. */
  readonly titles: readonly string[];
}

function understandAs(kind: ImportedKind, view: View, choice: SheetChoice, known: KnownStore): Candidate {
  const remembered = view.signature === '' ? undefined : known.mappings.get(view.signature);
  const stated = titleFacts(view.sheet, kind, view.headerTop);
  const matches = mapColumns(
    kind,
    view.columns,
    known,
    { person: choice.columns, remembered: remembered?.kind === kind ? remembered.columns : undefined },
    new Set(stated.map(({ field }) => field)),
  );
  const mapped = mappedFields(kind, matches);
  const facts = stated.filter(({ field }) => !mapped.has(field));
  const missing = missingFields(kind, new Set([...mapped, ...facts.map(({ field }) => field)]));
  return { kind, matches, facts, missing, ...weigh(kind, view, matches, missing) };
}

/** How well a kind explains the sheet: columns understood, columns that few kinds have, words, less what is left over. */
function weigh(
  kind: ImportedKind,
  view: View,
  matches: readonly ColumnMatch[],
  missing: readonly Field[],
): { score: number; confidence: number } {
  const headed = view.columns.filter(({ header }) => header !== '' && !isOwnColumn(header));
  const understood = matches.reduce(
    (sum, { field, confidence }) => sum + (field === null ? 0 : confidence),
    0,
  );
  const distinctive = matches.filter(
    ({ field }) => field !== null && columnSpec(kind, field)?.distinctive,
  ).length;
  const speaking = headed.filter(({ header }) => words[kind].test(normaliseHeader(header))).length;
  const named = view.titles.some((title) => words[kind].test(title)) ? 1.5 : 0;
  const left = Math.max(0, headed.length - matches.filter(({ field }) => field !== null).length);
  const unspoken = spokenFor.has(kind) && speaking + named === 0 && distinctive < 2 ? 2 : 0;
  const score = understood + distinctive * 0.5 + Math.min(speaking, 2) * 0.5 + named - left * 0.25 - unspoken;
  const share = headed.length === 0 ? 0 : Math.min(1, understood / headed.length);
  const sure = 0.5 + 0.4 * share + (distinctive > 0 || speaking > 0 || named > 0 ? 0.1 : 0);
  return { score, confidence: Math.min(1, missing.length === 0 ? sure : sure * 0.4) };
}

/** Enough columns to be of its kind, though one that rows cannot do without is not found yet: the person can name it. */
function nearMiss({ matches, missing, score }: Candidate): boolean {
  return (
    missing.length === 1 &&
    matches.filter(({ field, confidence }) => field !== null && confidence >= 0.9).length >= 3 &&
    score >= 3
  );
}

function choose(candidates: readonly Candidate[]): Candidate | null {
  const ranked = candidates.toSorted((left, right) => right.score - left.score);
  const whole = ranked.filter(({ missing, matches }) => {
    const mapped = matches.filter(({ field }) => field !== null);
    // Values alone say what a column may be, never what a sheet is about.
    return missing.length === 0 && mapped.length >= 2 && mapped.some(({ reason }) => reason !== 'values');
  });
  const near = ranked.find(nearMiss);
  // Sales without a date also look like stock, but far less so: better to ask for the date than to book a count.
  const best = near !== undefined && near.score - 2 > (whole[0]?.score ?? 0) ? near : (whole[0] ?? near);
  if (best === undefined) return null;
  const rival = whole[1];
  const close = rival !== undefined && rival.score > best.score - 0.5;
  return close ? { ...best, confidence: best.confidence * 0.7 } : best;
}

function describeColumns(view: View, matches: readonly ColumnMatch[] | null): ColumnGuess[] {
  return view.columns.map(({ index, header, values }) => {
    const match = matches?.[index];
    const samples = [...new Set(values.map((cell) => cellText(cell).trim().slice(0, 80)))].slice(0, 3);
    return {
      index,
      letter: columnLetter(index),
      header,
      field: match?.field ?? null,
      confidence: match?.confidence ?? 0,
      reason: match?.reason ?? 'none',
      samples,
    };
  });
}

/** Columns whose cells tell rows of data from totals and remarks. */
function identityColumns(columns: readonly ColumnGuess[]): number[] {
  const fields = new Set<Field | null>([
    'code',
    'productCode',
    'barcode',
    'orderNumber',
    'productName',
    'name',
    'customerCode',
    'setCode',
    'setName',
    'promotionName',
    'dayName',
  ]);
  return columns.filter(({ field }) => fields.has(field)).map(({ index }) => index);
}

function viewOf(sheet: Sheet, choice: SheetChoice): View {
  const headerRow = choice.headerRow ?? findHeader(sheet)?.number ?? 0;
  const headers = headersOf(sheet, headerRow);
  const below = sheet.rows.filter(({ number }) => number > headerRow).slice(0, 400);
  const columns = headers.map((header, index) => ({ index, header, values: columnValues(below, index, 50) }));
  const headerTop = upperHeader(sheet, headerRow)?.row.number ?? headerRow;
  const titles = titlesOf(sheet, headerTop);
  return { sheet, headerRow, headerTop, columns, signature: signatureOf(headers), titles };
}

function titlesOf(sheet: Sheet, headerTop: number): string[] {
  const above = sheet.rows.filter(({ number }) => number < headerTop).slice(0, 6);
  const texts = above.flatMap(({ cells }) =>
    cells.filter((cell) => typeof cell === 'string' && cell.length <= 30 && !/[:：]/u.test(cell)),
  );
  return [sheet.name, ...(texts as string[])].map(normaliseHeader);
}

function decide(view: View, choice: SheetChoice, known: KnownStore): Candidate | null {
  const remembered = view.signature === '' ? undefined : known.mappings.get(view.signature)?.kind;
  const wanted: SheetKind | undefined = choice.kind ?? remembered;
  if (wanted === 'other') return null;
  if (wanted !== undefined) return { ...understandAs(wanted, view, choice, known), confidence: 1 };
  return choose(importedKinds.map((kind) => understandAs(kind, view, choice, known)));
}

/**
 * What a sheet is about and what its columns mean: a person's choices first, then what was confirmed for the same headers
 * before, then the synonym tables and the look of the values.
 */
export function recogniseSheet(sheet: Sheet, choice: SheetChoice, known: KnownStore): SheetGuess {
  const view = viewOf(sheet, choice);
  const chosen = decide(view, choice, known);
  const columns = describeColumns(view, chosen?.matches ?? null);
  const headers = view.columns.map(({ header }) => header);
  const sorted = sortRows(sheet, { headerRow: view.headerRow, headers, identity: identityColumns(columns) });
  return {
    name: sheet.name,
    kind: chosen?.kind ?? 'other',
    confidence: chosen?.confidence ?? (choice.kind === 'other' ? 1 : 0.5),
    headerRow: view.headerRow,
    columns,
    missing: chosen?.missing ?? [],
    skipped: sorted.skipped,
    dataRows: sorted.data,
    signature: view.signature,
    ...(chosen !== null && chosen.facts.length > 0 ? { facts: chosen.facts } : {}),
  };
}
