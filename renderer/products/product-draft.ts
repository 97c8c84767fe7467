import { fenFromYuan, formatFen } from '#app/core/fen.ts';
import type { Fen } from '#app/core/fen.ts';
import type { ProductKind } from '#app/stock/stock-words.ts';
import { readWholeNumber } from '../ui/read-whole-number.ts';

/** What a person edits on the product page. */
export interface ProductCard {
  readonly name: string;
  readonly barcode: string | null;
  readonly category: string;
  readonly subcategory: string;
  readonly unit: string;
  readonly packSize: number;
  readonly moq: number;
  readonly leadDays: number | null;
  readonly listPrice: Fen | null;
  readonly status: 'active' | 'inactive';
  readonly kind: ProductKind;
  readonly lotControl: boolean;
  readonly shelfLifeDays: number | null;
  readonly registrationNumber: string;
  readonly purchasePrice: Fen | null;
  readonly shelf: string;
}

/** The same as text in fields. */
export interface ProductDraft {
  readonly name: string;
  readonly barcode: string;
  readonly category: string;
  readonly subcategory: string;
  readonly unit: string;
  readonly packSize: string;
  readonly moq: string;
  readonly leadDays: string;
  readonly price: string;
  readonly status: 'active' | 'inactive';
  readonly kind: ProductKind;
  readonly lotControl: boolean;
  readonly shelfLifeDays: string;
  readonly registrationNumber: string;
  readonly purchasePrice: string;
  readonly shelf: string;
}

export function draftOf(policy: ProductCard): ProductDraft {
  const { name, barcode, category, subcategory, unit } = policy;
  return {
    name,
    barcode: barcode ?? '',
    category,
    subcategory,
    unit,
    packSize: String(policy.packSize),
    moq: String(policy.moq),
    leadDays: policy.leadDays === null ? '' : String(policy.leadDays),
    price: priceText(policy.listPrice),
    status: policy.status,
    kind: policy.kind,
    lotControl: policy.lotControl,
    shelfLifeDays: policy.shelfLifeDays === null ? '' : String(policy.shelfLifeDays),
    registrationNumber: policy.registrationNumber,
    purchasePrice: priceText(policy.purchasePrice),
    shelf: policy.shelf,
  };
}

function priceText(price: Fen | null): string {
  return price === null ? '' : formatFen(price).replaceAll(',', '');
}

export const limits = {
  packSize: { min: 1, max: 1_000_000 },
  moq: { min: 1, max: 1_000_000 },
  leadDays: { min: 0, max: 730 },
  shelfLifeDays: { min: 1, max: 7300 },
} as const;

function plain(text: string): string {
  return text.normalize('NFKC').replaceAll(/[\s,¥]/gu, '');
}

/** `128`, `128.5`, `1,280.00` as fen; null for an empty field; undefined for anything else. */
export function readPrice(text: string): Fen | null | undefined {
  const amount = plain(text);
  if (amount === '') return null;
  return /^\d{1,8}(\.\d{1,2})?$/u.test(amount) ? fenFromYuan(Number(amount)) : undefined;
}

export type DraftField =
  | 'name'
  | 'packSize'
  | 'moq'
  | 'leadDays'
  | 'price'
  | 'shelfLifeDays'
  | 'purchasePrice';

/** Fields that cannot be saved as they stand. */
export function wrongFields(draft: ProductDraft): ReadonlySet<DraftField> {
  const wrong = new Set<DraftField>();
  if (draft.name.trim() === '') wrong.add('name');
  const packSize = readWholeNumber(draft.packSize, limits.packSize);
  const moq = readWholeNumber(draft.moq, limits.moq);
  if (packSize === undefined || packSize === null) wrong.add('packSize');
  if (moq === undefined || moq === null) wrong.add('moq');
  if (readWholeNumber(draft.leadDays, limits.leadDays) === undefined) wrong.add('leadDays');
  if (readPrice(draft.price) === undefined) wrong.add('price');
  if (readWholeNumber(draft.shelfLifeDays, limits.shelfLifeDays) === undefined) wrong.add('shelfLifeDays');
  if (readPrice(draft.purchasePrice) === undefined) wrong.add('purchasePrice');
  return wrong;
}

/** Only what differs from the product as it is. Call it when nothing is wrong. */
export function changeOf(policy: ProductCard, draft: ProductDraft): Partial<ProductCard> {
  const barcode = draft.barcode.trim();
  const next: ProductCard = {
    name: draft.name.trim(),
    barcode: barcode === '' ? null : barcode,
    category: draft.category.trim(),
    subcategory: draft.subcategory.trim(),
    unit: draft.unit.trim(),
    packSize: readWholeNumber(draft.packSize, limits.packSize) ?? policy.packSize,
    moq: readWholeNumber(draft.moq, limits.moq) ?? policy.moq,
    leadDays: readWholeNumber(draft.leadDays, limits.leadDays) ?? null,
    listPrice: readPrice(draft.price) ?? null,
    status: draft.status,
    kind: draft.kind,
    lotControl: draft.lotControl,
    shelfLifeDays: readWholeNumber(draft.shelfLifeDays, limits.shelfLifeDays) ?? null,
    registrationNumber: draft.registrationNumber.trim(),
    purchasePrice: readPrice(draft.purchasePrice) ?? null,
    shelf: draft.shelf.trim(),
  };
  const changed = (Object.keys(next) as (keyof ProductCard)[]).filter((key) => next[key] !== policy[key]);
  return Object.fromEntries(changed.map((key) => [key, next[key]]));
}

const cardFields = [
  'name',
  'barcode',
  'category',
  'subcategory',
  'unit',
  'packSize',
  'moq',
  'leadDays',
  'listPrice',
  'status',
  'kind',
  'lotControl',
  'shelfLifeDays',
  'registrationNumber',
  'purchasePrice',
  'shelf',
] as const satisfies readonly (keyof ProductCard)[];

/** The fields that are edited, out of a whole product. */
export function cardOf(product: ProductCard): Partial<ProductCard> {
  return Object.fromEntries(cardFields.map((field) => [field, product[field]]));
}
