import { useText } from '../ui/language.tsx';
import type { RecentProblem } from './recent-problem.ts';

/** What a problem of a scan says, in the person's language. */
export function useScanProblemText(): (problem: RecentProblem) => string {
  const { problems } = useText().scan;
  return (problem) => problems[problem.code](problem);
}
