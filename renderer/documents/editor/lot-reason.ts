import type { SheetProblem } from '#app/core/stock-problems.ts';

/** What a person may do with a batch if they say why: take another than the first to expire, issue or receive an expired one. */
const reasoned: readonly SheetProblem['code'][] = ['lot.notFirst', 'lot.expired'];

/** Whether the line has a field for the reason: one is asked for, or stands there already. */
export function asksLotReason(
  lotReason: string,
  problems: readonly Pick<SheetProblem, 'field' | 'code'>[],
): boolean {
  return lotReason !== '' || problems.some(({ field, code }) => field === 'lot' && reasoned.includes(code));
}
