import type { Fen } from '../core/fen.ts';
import type { PlannedProduct, ProductValues } from './planned-types.ts';
import type { KnownProduct, KnownStore } from './known-store.ts';
import type { RowCursor } from './row-cursor.ts';
import { isCharge } from './charges.ts';
import type { PlanContext } from './sheet-plan.ts';

/** The products of the store and of the file as one: what lines refer to. */
export interface ProductIndex {
  readonly planned: Map<string, PlannedProduct>;
  known(code: string): KnownProduct | undefined;
  has(code: string): boolean;
  /** What the product will be once the file is imported. */
  values(code: string): ProductValues | undefined;
  /** What the file says, else what the store knows. */
  listPrice(code: string): Fen | null;
  plan(product: PlannedProduct): void;
  /** The only product with this barcode or name; undefined where there is none or more than one. */
  byBarcode(barcode: string): string | undefined;
  byName(name: string): string | undefined;
}

/** A name or barcode that several products share points at none of them. */
function addUnique(map: Map<string, string | null>, key: string, code: string): void {
  const before = map.get(key);
  map.set(key, before === undefined || before === code ? code : null);
}

function labelMaps(
  known: KnownStore,
  planned: ReadonlyMap<string, PlannedProduct>,
): { names: Map<string, string | null>; barcodes: Map<string, string | null> } {
  const names = new Map<string, string | null>();
  const barcodes = new Map<string, string | null>();
  for (const product of known.products.values()) {
    const values = planned.get(product.code)?.values;
    addUnique(names, values?.name ?? product.name, product.code);
    const barcode = values?.barcode ?? product.barcode;
    if (barcode !== null) addUnique(barcodes, barcode, product.code);
  }
  for (const { code, values } of planned.values()) {
    if (values.name !== undefined) addUnique(names, values.name, code);
    if (typeof values.barcode === 'string') addUnique(barcodes, values.barcode, code);
  }
  // Barcodes the store keeps apart from its products.
  for (const [barcode, code] of known.barcodes) if (!barcodes.has(barcode)) barcodes.set(barcode, code);
  return { names, barcodes };
}

export function createProductIndex(known: KnownStore): ProductIndex {
  const planned = new Map<string, PlannedProduct>();
  let labels: ReturnType<typeof labelMaps> | null = null;
  const label = (): ReturnType<typeof labelMaps> => (labels ??= labelMaps(known, planned));
  return {
    planned,
    known: (code) => known.products.get(code),
    has: (code) => planned.has(code) || known.products.has(code),
    values(code) {
      const before = known.products.get(code);
      const values = planned.get(code)?.values;
      return values === undefined ? before : ({ ...before, ...values } as ProductValues);
    },
    listPrice(code) {
      return planned.get(code)?.values.listPrice ?? known.products.get(code)?.listPrice ?? null;
    },
    plan(product) {
      planned.set(product.code, product);
      if (labels === null) return;
      const { name, barcode } = product.values;
      if (name !== undefined) addUnique(labels.names, name, product.code);
      if (typeof barcode === 'string') addUnique(labels.barcodes, barcode, product.code);
    },
    byBarcode: (barcode) => label().barcodes.get(barcode) ?? undefined,
    byName: (name) => label().names.get(name) ?? undefined,
  };
}

/** The values of a product of which only code and name are known. */
export function defaultProductValues(name: string): ProductValues {
  return {
    name,
    barcode: null,
    category: '',
    subcategory: '',
    unit: '',
    packSize: 1 as ProductValues['packSize'],
    moq: 1 as ProductValues['moq'],
    leadDays: null,
    listPrice: null,
    status: 'active',
    purchasePrice: null,
    kind: 'goods',
    lotControl: 0,
    shelfLifeDays: null,
    registrationNumber: '',
    shelf: '',
  };
}

/** The product a line speaks of, by code, else barcode, else name. */
export interface ProductReference {
  readonly code: string;
  readonly name: string;
}

/** Reads it and notes what is wrong with it; null where the line names no product that can be found. */
export function readProduct(cursor: RowCursor, index: ProductIndex): ProductReference | null {
  const code = cursor.text('productCode');
  const barcode = cursor.text('barcode');
  const name = cursor.text('productName');
  if (code !== '') return { code, name };
  if (cursor.refused('productCode')) return null;
  const found =
    (barcode === '' ? undefined : index.byBarcode(barcode)) ?? (name === '' ? undefined : index.byName(name));
  if (found !== undefined) return { code: found, name };
  const field = cursor.has('productCode') ? 'productCode' : cursor.has('barcode') ? 'barcode' : 'productName';
  const said = barcode === '' ? name : barcode;
  if (said === '') cursor.note(field, 'product.missing');
  else cursor.note(barcode === '' ? 'productName' : 'barcode', 'product.unknown', { found: said });
  return null;
}

/**
 * Plans a product that a line names and no sheet describes; told once for each. It takes no barcode from the line: lines above
 * that know only the barcode were read without it, and would mean another product when the file is read again.
 */
export function ensureProduct(
  cursor: RowCursor,
  { products: index, options }: Pick<PlanContext, 'products' | 'options'>,
  { code, name }: ProductReference,
): void {
  if (index.has(code)) return;
  const values = defaultProductValues(name === '' ? code : name);
  const isService = options.services && isCharge(code, name);
  index.plan({
    code,
    action: 'insert',
    values: isService ? { ...values, kind: 'service' } : values,
    source: null,
  });
  if (isService) cursor.note('productCode', 'product.service', { found: code, expected: values.name });
  else cursor.note('productCode', 'product.created', { found: code, expected: values.name });
}
