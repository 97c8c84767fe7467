import type { BusinessDay } from '#app/core/business-day.ts';
import { listQuery } from '#app/core/listing.ts';
import { hasCheckDigit, looksLikeGtin, sameBarcodes, unitOfCase } from '#app/stock/barcode.ts';
import type { GsContent } from '#app/stock/element-string.ts';
import { groupSeparator, splitScan } from '#app/stock/scan-text.ts';
import type { ScanText } from '#app/stock/scan-text.ts';
import type {
  ScanMatch,
  ScanProblem,
  ScanReading,
  ScanResult,
  ScannedProduct,
} from '#app/stock/scan-types.ts';
import { listProducts } from '#db/queries/lists/products.ts';
import { findBarcodeOwners, findByCode, scannedProducts } from '#db/queries/stock/scan.ts';
import type { BarcodeOwner } from '#db/queries/stock/scan.ts';
import type { ReadAccess } from '#db/store.ts';

import { chooseReading, withLots } from './scan-lots.ts';
import { readElementString } from './read-element-string.ts';

type FoundBy = Exclude<ScanMatch['by'], 'pack'>;

interface Asked {
  readonly db: ReadAccess;
  readonly warehouseId: string | undefined;
  readonly today: BusinessDay;
}

export interface TextToScan {
  readonly text: string;
  readonly warehouseId?: string | undefined;
  /** Typed by hand: what no code is called is looked for among names, too. */
  readonly search?: boolean | undefined;
}

/** What a scan, or a code typed by hand, means in the store. Writes nothing. */
export async function scan(
  db: ReadAccess,
  { text, warehouseId, search = false }: TextToScan,
  today: BusinessDay,
): Promise<ScanResult> {
  const asked: Asked = { db, warehouseId, today };
  const split = splitScan(text);
  if (split.text === '') return nothing(readingOf(split), 'unknown');
  const whole = split.isElementString ? [] : await matchesOfCode(asked, split.text);
  if (whole.length > 0) {
    const read = readingOf(split, { gtin: looksLikeGtin(split.text) ? split.text : null });
    return finish(read, whole, null);
  }
  const readings = readElementString(split, today);
  if (readings === undefined) {
    const unread = await scanUnread(asked, split);
    return search && unread.matches.length === 0 ? withSearch(asked, split, unread) : unread;
  }
  const owners = await ownersOfGtin(asked, readings.plain.gtin);
  const { content, guessed } = await chooseReading(db, readings, owners.ids);
  return scanContent(asked, split, { content, guessed, owners });
}

/** A number that nothing has: the case of something known, misread digits, or unknown. */
async function scanUnread(asked: Asked, split: ScanText): Promise<ScanResult> {
  const isNumber = looksLikeGtin(split.text);
  const read = readingOf(split, { gtin: isNumber ? split.text : null });
  if (split.isElementString) return nothing(read, 'elements.damaged');
  const matches = await matchesOfOwners(asked, await ownersOfCase(asked, split.text), 'case');
  if (matches.length > 0) return finish(read, matches, assumed(matches));
  if (isNumber && !hasCheckDigit(split.text)) return nothing(read, 'checkDigit');
  return nothing(read, 'unknown');
}

/** As many as a person can choose among by number. */
const mostFound = 9;

async function withSearch(asked: Asked, split: ScanText, unread: ScanResult): Promise<ScanResult> {
  const query = listQuery.parse({ search: split.text, pageSize: mostFound, filters: { status: 'active' } });
  const { rows } = await listProducts(asked.db, query);
  const owners = rows.map(({ id }) => ({ productId: id, quantity: 1 }));
  const matches = await matchesOfOwners(asked, owners, 'search');
  return matches.length === 0 ? unread : { ...unread, matches, problem: null };
}

async function scanContent(
  asked: Asked,
  split: ScanText,
  {
    content,
    guessed,
    owners,
  }: { readonly content: GsContent; readonly guessed: boolean; readonly owners: GtinOwners },
): Promise<ScanResult> {
  const read = readingOf(split, content);
  if (content.gtin !== null && !hasCheckDigit(content.gtin)) return nothing(read, 'checkDigit', content.gtin);
  const found = await matchesOfOwners(asked, owners.owners, owners.by);
  if (found.length === 0) return nothing(read, 'unknown', content.gtin ?? content.sscc ?? undefined);
  const counted = found.map((match) => ({ ...match, quantity: match.quantity * (content.count ?? 1) }));
  const { matches, problem: lotProblem } = await withLots(asked.db, counted, content);
  const [invalid] = content.invalid;
  const problem: ScanProblem | null =
    invalid !== undefined
      ? { code: 'elements.invalid', found: `(${invalid.ai})${invalid.value}`, expected: '' }
      : guessed
        ? { code: 'separator.lost', found: content.lot ?? '', expected: content.expiryDay ?? '' }
        : ((owners.by === 'case' ? assumed(found) : null) ?? lotProblem);
  return finish(read, matches, problem);
}

interface GtinOwners {
  readonly owners: readonly BarcodeOwner[];
  readonly ids: readonly string[];
  readonly by: 'barcode' | 'case';
}

async function ownersOfGtin(asked: Asked, gtin: string | null): Promise<GtinOwners> {
  if (gtin === null) return { owners: [], ids: [], by: 'barcode' };
  const direct = await findBarcodeOwners(asked.db, sameBarcodes(gtin));
  const owners = direct.length > 0 ? direct : await ownersOfCase(asked, gtin);
  return {
    owners,
    ids: owners.map(({ productId }) => productId),
    by: direct.length > 0 ? 'barcode' : 'case',
  };
}

async function ownersOfCase({ db }: Asked, gtin: string): Promise<BarcodeOwner[]> {
  const unit = unitOfCase(gtin);
  return unit === undefined ? [] : findBarcodeOwners(db, sameBarcodes(unit));
}

async function matchesOfCode(asked: Asked, text: string): Promise<ScanMatch[]> {
  const owners = await findBarcodeOwners(asked.db, sameBarcodes(text));
  if (owners.length > 0) return matchesOfOwners(asked, owners, 'barcode');
  const byCode = await findByCode(asked.db, text);
  return byCode === undefined ? [] : matchesOfOwners(asked, [byCode], 'code');
}

/** What lies in the warehouse first, then by code. */
async function matchesOfOwners(
  { db, warehouseId }: Asked,
  owners: readonly BarcodeOwner[],
  by: FoundBy,
): Promise<ScanMatch[]> {
  if (owners.length === 0) return [];
  const products = await scannedProducts(
    db,
    owners.map(({ productId }) => productId),
    warehouseId,
  );
  return owners
    .flatMap(({ productId, quantity }) => {
      const product = products.get(productId);
      return product === undefined ? [] : [matchOf(product, quantity, by)];
    })
    .toSorted(
      (a, b) =>
        Number((b.product.onHand ?? 0) > 0) - Number((a.product.onHand ?? 0) > 0) ||
        (a.product.code < b.product.code ? -1 : 1),
    );
}

function matchOf(product: ScannedProduct, quantity: number, by: FoundBy): ScanMatch {
  const match = { product, lot: null, productionDay: null, expiryDay: null };
  if (by === 'case') return { ...match, quantity: product.packSize, by };
  return { ...match, quantity, by: quantity > 1 ? 'pack' : by };
}

function assumed(matches: readonly ScanMatch[]): ScanProblem {
  const [first] = matches;
  return { code: 'case.assumed', found: '', expected: String(first?.product.packSize ?? 1) };
}

function finish(read: ScanReading, matches: readonly ScanMatch[], problem: ScanProblem | null): ScanResult {
  const [only] = matches;
  const isInactive = matches.length === 1 && only?.product.status === 'inactive';
  const inactive = { code: 'product.inactive', found: only?.product.code ?? '', expected: '' } as const;
  return { read, matches, problem: problem ?? (isInactive ? inactive : null) };
}

function nothing(read: ScanReading, code: ScanProblem['code'], found = read.text): ScanResult {
  return { read, matches: [], problem: { code, found, expected: '' } };
}

function readingOf(split: ScanText, content: Partial<GsContent> = {}): ScanReading {
  return {
    text: (split.isElementString ? split.elements : split.text).replaceAll(groupSeparator, '|'),
    symbology: split.symbology,
    gtin: content.gtin ?? null,
    sscc: content.sscc ?? null,
    lot: content.lot ?? null,
    productionDay: content.productionDay ?? null,
    expiryDay: content.expiryDay ?? null,
    serial: content.serial ?? null,
    count: content.count ?? null,
  };
}
