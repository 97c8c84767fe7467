import type { Problem } from '#app/exchange/problem-types.ts';
import { useText } from '../ui/language.tsx';

/** What a problem says, in the person's language. */
export function useProblemText(): (problem: Problem) => string {
  const t = useText();
  return (problem) => t.sheets.problems[problem.code](problem);
}
