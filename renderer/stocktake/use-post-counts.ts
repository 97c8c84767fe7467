import { useState } from 'react';
import { fen, formatFen } from '#app/core/fen.ts';
import { formatQuantity } from '#app/core/quantity.ts';
import { mutate } from '../api/client.ts';
import { stockMoved } from '../documents/stock-moved.ts';
import { useConfirm } from '../ui/confirm.tsx';
import { useText } from '../ui/language.tsx';
import { notifyDone, notifyFailure } from '../ui/notify.tsx';
import { jobError, useJob } from '../ui/use-job.ts';
import type { JobState, JobView } from '../ui/use-job.ts';
import type { StocktakeView } from './stocktake-page.tsx';
import type { DifferenceWork } from './use-difference-work.ts';

interface PostedCounts {
  /** One for each day of counting. */
  readonly documents: readonly { readonly number: string }[];
  readonly lines: number;
  readonly short: readonly unknown[];
}

/** Asks in numbers, posts as a job, and says what stayed open. Where a later count exists, asks whether that one is to stay. */
export function usePostCounts(
  view: StocktakeView,
  work: DifferenceWork,
): { readonly job: JobState; readonly post: () => Promise<void> } {
  const words = useText().stocktake.differences;
  const confirm = useConfirm();
  const [jobId, setJobId] = useState<string | null>(null);
  const chosen = [...work.chosen.values()];
  const start = async (anchors: 'refuse' | 'keep'): Promise<void> => {
    const lines = chosen.length === 0 ? {} : { lines: chosen.map(({ line }) => line) };
    try {
      setJobId((await mutate('stocktakes.post', { id: view.head.id, anchors, ...lines })).jobId);
    } catch (error) {
      notifyFailure(error);
    }
  };
  const keepLater = async (): Promise<void> => {
    const agreed = await confirm({
      title: words.laterTitle,
      effects: [words.laterKeep],
      action: words.laterAction,
    });
    if (agreed) await start('keep');
  };
  const end = (job: JobView): void => {
    setJobId(null);
    if (job.failure?.code === 'stock.beforeCount') return void keepLater();
    if (job.state !== 'done') return notifyFailure(jobError(job));
    const { documents, lines, short } = job.result as PostedCounts;
    const number = documents.map((document) => document.number).join(' ');
    notifyDone(
      short.length === 0
        ? words.posted({ number, lines })
        : words.postedShort({ number, lines, short: short.length }),
    );
    work.clear();
    return void stockMoved();
  };
  const job = useJob(jobId, end);
  return {
    job,
    post: async () => {
      const agreed = await confirm({
        title: words.postTitle,
        effects: effectsOf(view, chosen, words),
        note: words.postNote,
        action: words.postAction,
      });
      if (agreed) await start('refuse');
    },
  };
}

type Words = ReturnType<typeof useText>['stocktake']['differences'];

function effectsOf(
  { head, progress, ready }: StocktakeView,
  chosen: readonly { readonly difference: number | null; readonly amount: number | null }[],
  words: Words,
): string[] {
  const lines = chosen.length === 0 ? progress.ready : chosen.length;
  const sum = (sign: 1 | -1): number =>
    chosen.reduce((total, { amount }) => total + Math.max(0, (amount ?? 0) * sign), 0);
  const surplus = chosen.length === 0 ? ready.surplusAmount : sum(1);
  const short = chosen.length === 0 ? ready.shortAmount : sum(-1);
  const differences =
    chosen.length === 0 ? ready.lines : chosen.filter(({ difference }) => difference !== 0).length;
  const rest = progress.lines - progress.posted - lines;
  return [
    words.postLines({ lines: formatQuantity(lines), differences: formatQuantity(differences) }),
    words.postAmount({ surplus: formatFen(fen(surplus)), short: formatFen(fen(short)) }),
    words.postDay({ day: head.day }),
    ...(rest > 0 ? [words.postRest({ lines: formatQuantity(rest) })] : []),
  ];
}
