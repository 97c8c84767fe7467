import { columnsOf, importedKinds } from './columns.ts';
import type { ColumnSpec, ImportedKind } from './columns.ts';

/** A header as it is compared: half-width, lower case, without spaces, marks and what stands in brackets (`数量（个）`). */
export function normaliseHeader(text: string): string {
  const plain = text.normalize('NFKC').toLowerCase().replaceAll(/\s+/gu, '');
  const unbracketed = plain.replaceAll(/[([{【〔].*?[)\]}】〕]/gu, '');
  return (unbracketed === '' ? plain : unbracketed).replaceAll(/[-:*_./·'"，,#]/gu, '');
}

/** Too general to be looked for inside a longer header: `供应商编码` is no product code. */
const wholeOnly = new Set([
  '编码',
  '编号',
  '代码',
  '名称',
  'code',
  'name',
  '商品',
  '产品',
  'product',
  'item',
  '订单',
  'order',
  '市',
  '省',
  '客户',
  '库存',
  'stock',
  'price',
  'po',
  'day',
  'date',
  'tel',
  'note',
  'state',
  'area',
  'lot',
  'unit',
  'units',
  'active',
  'cost',
  '说明',
  '状态',
  'status',
  '单号',
  '规格',
]);
/** A header that speaks of another thing than the synonym found in it means another field. */
const otherThing =
  /商品|产品|货品|物料|客户|会员|门店|顾客|供应商|供货|员工|业务|顾问|仓|经销|订单|字段|单位|类型|更新|创建|打印|制表|审核|product|item|customer|client|supplier|vendor|employee|store|field|type|update|creat|print/u;

interface Synonym {
  readonly text: string;
  readonly spec: ColumnSpec;
}

function synonymsOf(kind: ImportedKind): {
  readonly exact: ReadonlyMap<string, ColumnSpec>;
  readonly parts: readonly Synonym[];
} {
  const exact = new Map<string, ColumnSpec>();
  for (const spec of columnsOf(kind)) {
    for (const synonym of spec.synonyms) {
      const text = normaliseHeader(synonym);
      if (!exact.has(text)) exact.set(text, spec);
    }
  }
  const parts = [...exact].filter(([text]) => !wholeOnly.has(text) && text.length >= 2);
  return { exact, parts: parts.map(([text, spec]) => ({ text, spec })) };
}

const synonyms = Object.fromEntries(importedKinds.map((kind) => [kind, synonymsOf(kind)])) as Readonly<
  Record<ImportedKind, ReturnType<typeof synonymsOf>>
>;

export interface HeaderMatch {
  readonly spec: ColumnSpec;
  readonly confidence: number;
  readonly reason: 'synonym' | 'similar';
}

/** The fields a header may name, best first. Chinese and English headers carry their meaning at the end. */
export function matchHeader(kind: ImportedKind, header: string): readonly HeaderMatch[] {
  const text = normaliseHeader(header);
  if (text === '') return [];
  const exact = synonyms[kind].exact.get(text);
  if (exact !== undefined) return [{ spec: exact, confidence: 1, reason: 'synonym' }];
  const best = new Map<ColumnSpec, number>();
  for (const synonym of synonyms[kind].parts) {
    const confidence = similarity(text, synonym.text);
    if (confidence >= 0.6 && confidence > (best.get(synonym.spec) ?? 0)) best.set(synonym.spec, confidence);
  }
  return [...best]
    .map(([spec, confidence]) => ({ spec, confidence, reason: 'similar' as const }))
    .toSorted((left, right) => right.confidence - left.confidence);
}

/** The header says in so many words what the column holds, in a sheet of whatever kind. */
export function isKnownHeader(header: string): boolean {
  const text = normaliseHeader(header);
  return Object.values(synonyms).some(({ exact }) => exact.has(text));
}

/** 0 … 0.95: how much of the header the synonym explains. */
function similarity(header: string, synonym: string): number {
  const at = header.lastIndexOf(synonym);
  if (at < 0) return oneSlip(header, synonym) ? 0.7 : 0;
  const rest = header.slice(0, at) + header.slice(at + synonym.length);
  if (otherThing.test(rest)) return 0;
  const share = synonym.length / header.length;
  return (at + synonym.length === header.length ? 0.65 : 0.4) + 0.3 * share;
}

/** One letter wrong, in words long enough that this cannot make another word. */
function oneSlip(left: string, right: string): boolean {
  if (left.length < 6 || left.length !== right.length) return false;
  let differences = 0;
  for (let index = 0; index < left.length && differences < 2; index += 1) {
    if (left[index] !== right[index]) differences += 1;
  }
  return differences === 1;
}

/** Columns that a problem workbook adds; they say nothing about the rows. Headers of both catalogues. */
const ownColumns = new Set(['原因', '原始行号', 'reason', 'originalrow'].map(normaliseHeader));

export function isOwnColumn(header: string): boolean {
  return ownColumns.has(normaliseHeader(header));
}

/** The same headers in the same order, whatever the file: the key under which a confirmed mapping is remembered. */
export function signatureOf(headers: readonly string[]): string {
  const texts = headers.map((header) => (isOwnColumn(header) ? '' : normaliseHeader(header)));
  while (texts.length > 0 && texts.at(-1) === '') texts.pop();
  return texts.join('|');
}
