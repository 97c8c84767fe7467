import type { SheetProblem } from '#app/core/stock-problems.ts';
import { useText } from '../../ui/language.tsx';
import type { CellMessageProps } from '../../ui/typing/typed-cell.tsx';

/** What is missing is said only once the person tried to post: who has just begun knows that it is not there yet. */
const missing: readonly SheetProblem['code'][] = [
  'lines.none',
  'partner.missing',
  'reason.missing',
  'toWarehouse.missing',
  'origin.missing',
  'lot.missing',
  'price.missing',
];

export function isSaid({ code }: SheetProblem, strict: boolean): boolean {
  return strict || !missing.includes(code);
}

/** The message of the first problem of some fields, errors before warnings. */
export function useProblemMessage(
  problems: readonly SheetProblem[],
  strict: boolean,
): (...fields: readonly string[]) => CellMessageProps {
  const { problems: texts } = useText().stockWords;
  const said = problems.filter((problem) => isSaid(problem, strict));
  return (...fields) => {
    const own = said.filter(({ field }) => fields.includes(field));
    const first = own.find(({ severity }) => severity === 'error') ?? own[0];
    return {
      text: first === undefined ? undefined : texts[first.code](first),
      soft: first?.severity === 'warning',
    };
  };
}
