import type { sheetExamples } from '../i18n/zh-CN/sheet-examples.ts';
import type { Translation } from '../i18n/translation.ts';
import { columnsOf } from './columns.ts';
import type { ImportedKind, ValueShape } from './columns.ts';
import type { Field } from './kinds.ts';

export interface TemplateColumn {
  readonly field: Field;
  readonly shape: ValueShape;
  readonly example: string | number;
  /** What a cell can hold, where that is a list. */
  readonly choices: readonly string[];
}

type Examples = Translation<typeof sheetExamples>;

/**
 * The columns of an empty sheet of this kind, each with an example; filled in and imported, it needs no mapping. The example names
 * `warehouse`, one that the store has; where goods are moved to is left to the person, who may have no second one.
 */
export function templateColumns(kind: ImportedKind, examples: Examples, warehouse: string): TemplateColumn[] {
  return columnsOf(kind).map(({ field, shape }) => ({
    field,
    shape,
    example: field === 'warehouse' ? warehouse : exampleOf(field, examples),
    choices: choicesOf(field, examples),
  }));
}

/** Numbers are the same in every language; money is in fen. */
const numbers: Readonly<Partial<Record<Field, number>>> = {
  packSize: 12,
  moq: 12,
  leadDays: 7,
  listPrice: 128_00,
  purchasePrice: 52_00,
  shelfLife: 1095,
  packs: 2,
  quantity: 24,
  counted: 24,
  confirmed: 24,
  book: 24,
  unitPrice: 52_00,
  amount: 1248_00,
  unitCost: 52_00,
};

function exampleOf(field: Field, { values }: Examples): string | number {
  const words: Readonly<Partial<Record<Field, string>>> = values;
  return numbers[field] ?? words[field] ?? '';
}

function choicesOf(field: Field, { choices }: Examples): readonly string[] {
  return Object.hasOwn(choices, field) ? choices[field as keyof typeof choices] : [];
}
