import { mutate } from '../api/client.ts';
import { troubleOf } from '../api/failure.ts';
import { stockMoved } from '../documents/stock-moved.ts';
import type { SheetProblem } from '#app/core/stock-problems.ts';
import { emptySession, unitsOf } from './session.ts';
import { sheetOf } from './sheet.ts';
import { noPreview } from './state.ts';
import type { Question, Work } from './state.ts';

/** Problems that the person in front of the shelf can settle by choosing which batch to take. */
const lotProblems = new Set(['lot.notFirst', 'lot.expired']);

export function lotProblemIn(problems: readonly SheetProblem[]): Question | undefined {
  const problem = problems.find(({ code, severity }) => severity === 'error' && lotProblems.has(code));
  if (problem === undefined || problem.line === null) return undefined;
  return { kind: 'lotProblem', index: problem.line - 1, problem };
}

/** Before posting: what hinders it is asked for, one after another; then whether to post. */
export async function askToPost(work: Work): Promise<void> {
  if (work.state().saving === 'failed') work.keep();
  await work.kept();
  const { session, preview, saving } = work.state();
  const errors = preview.problems.filter(({ severity }) => severity === 'error');
  const lot = lotProblemIn(errors);
  if (session.lines.length === 0 || saving === 'failed') work.sound('bad');
  else if (errors.some(({ field }) => field === 'partnerId')) work.change({ question: { kind: 'partner' } });
  else if (errors.some(({ field }) => field === 'toWarehouseId')) await work.ask('toWarehouse');
  else if (lot !== undefined) work.change({ question: lot });
  else {
    work.sound(errors.length > 0 ? 'bad' : 'warn');
    if (errors.length === 0) work.change({ question: { kind: 'post' } });
  }
}

/** Posts what was scanned. A failure leaves everything as it was, and says what to do. */
export async function postDocument(work: Work, anchors?: 'keep' | 'change'): Promise<void> {
  await work.kept();
  const { draft, head, session, ...state } = work.state();
  if (state.isPosting || state.saving === 'failed') {
    work.sound('bad');
    return;
  }
  work.change({ isPosting: true });
  try {
    const posted = await mutate('documents.post', {
      sheet: sheetOf({ ...state, head, session }),
      ...(draft === null ? {} : { draft }),
      // Between two rooms of one house goods are there as soon as they are carried.
      ...(state.kind === 'transfer' ? { arrives: true } : {}),
      ...(anchors === undefined ? {} : { anchors }),
    });
    work.forget();
    work.change({
      posted: { id: posted.id, number: posted.number, units: unitsOf(session.lines) },
      session: emptySession,
      // The next delivery comes from the same supplier, the next customer is another one.
      head: { ...head, order: null, partner: state.kind === 'receive' ? head.partner : null },
      expected: [],
      question: null,
      draft: null,
      preview: noPreview,
      resumed: false,
      isPosting: false,
      error: null,
    });
    work.sound('good');
    await stockMoved();
  } catch (error) {
    const trouble = troubleOf(error);
    const isCounted = trouble.kind === 'failure' && trouble.failure.code === 'stock.beforeCount';
    work.change({
      isPosting: false,
      question: isCounted ? { kind: 'anchors', error } : null,
      error: isCounted ? null : error,
    });
    work.sound('bad');
  }
}
