import type { SheetChange } from '../core/stock-problems.ts';

export type OrderFields = Readonly<Record<string, string | number | null>>;

/** An order as a person reads it: names instead of ids, so that a change can be shown. */
export interface OrderSnapshot {
  readonly head: OrderFields;
  readonly lines: readonly (OrderFields & { readonly line: number })[];
}

/** What `after` says otherwise than `before`: fields of the head, and of lines by their number. */
export function orderChanges(before: OrderSnapshot, after: OrderSnapshot): SheetChange[] {
  const changes = fieldChanges(null, before.head, after.head);
  const [was, is] = [byLine(before), byLine(after)];
  const numbers = [...new Set([...was.keys(), ...is.keys()])].toSorted((a, b) => a - b);
  for (const line of numbers) changes.push(...fieldChanges(line, was.get(line) ?? {}, is.get(line) ?? {}));
  return changes;
}

function byLine({ lines }: OrderSnapshot): Map<number, OrderFields> {
  return new Map(lines.map(({ line, ...fields }) => [line, fields]));
}

function fieldChanges(line: number | null, before: OrderFields, after: OrderFields): SheetChange[] {
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return fields.flatMap((field): SheetChange[] => {
    const was = String(before[field] ?? '');
    const is = String(after[field] ?? '');
    return was === is ? [] : [{ line, field, before: was, after: is }];
  });
}
