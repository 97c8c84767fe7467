import { firstMeaning } from '../scan/first-meaning.ts';
import type { ReaderAction } from '../scan/reader.ts';
import { readScan, readTyped } from '../scan/said.ts';
import { answer, answerScan } from './counting-answers.ts';
import { correct, scan, takeBack } from './counting-scan.ts';
import { lastCounted, optionCount } from './counting-state.ts';
import type { CountingState } from './counting-state.ts';
import { giveUp } from './counting-work.ts';
import type { Around, Work } from './counting-work.ts';

type CountAction = ReaderAction | { readonly kind: 'mode' };

export interface Counting {
  readonly state: () => CountingState;
  readonly subscribe: (listener: () => void) => () => void;
  /** What a scanner or a person has said; one after another, however fast they come. */
  readonly act: (action: CountAction) => void;
}

/** The work of the counting screen: what was said goes in, what is to be shown comes out. */
export function createCounting(around: Around): Counting {
  let current: CountingState = {
    mode: around.mode,
    question: null,
    times: null,
    highlighted: 0,
    recent: [],
    error: null,
    isBusy: false,
  };
  const listeners = new Set<() => void>();
  let keys = 0;
  const change = (part: Partial<CountingState>): void => {
    current = { ...current, ...part };
    for (const listener of listeners) listener();
  };
  const work: Work = { ...around, state: () => current, change, nextKey: () => (keys += 1) };
  let queue: Promise<void> = Promise.resolve();
  return {
    state: () => current,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    act: (action) => {
      queue = queue
        .then(async () => {
          change({ isBusy: true, error: null });
          await act(work, action);
        })
        .catch((error: unknown) => {
          change({ error });
          around.sound('bad');
        })
        .finally(() => change({ isBusy: false }));
    },
  };
}

async function act(work: Work, action: CountAction): Promise<void> {
  const { question, mode, highlighted } = work.state();
  const options = optionCount(question);
  switch (action.kind) {
    case 'mode':
      return work.change({ mode: mode === 'perScan' ? 'askQuantity' : 'perScan' });
    case 'up':
      return work.change({ highlighted: Math.max(0, highlighted - 1) });
    case 'down':
      return work.change({ highlighted: Math.max(0, Math.min(options - 1, highlighted + 1)) });
    case 'cancel':
      return question === null ? work.change({ times: null }) : giveUp(work, question);
    case 'undo':
      return question === null ? takeBack(work) : giveUp(work, question);
    case 'accept':
      return question === null ? undefined : answer(work, question, '');
    case 'scan':
      return question === null ? scanWhole(work, action) : answerScan(work, question, action.text);
    case 'typed':
      return question === null ? actOnTyped(work, action.text) : answer(work, question, action.text);
    case 'post':
    case 'remove':
      return undefined;
  }
}

/** A busy machine may deliver a scan in pieces. */
async function scanWhole(
  work: Work,
  { text, before }: { readonly text: string; readonly before: string },
): Promise<void> {
  const { times, texts } = readScan(text, before);
  const meant = texts.length === 1 ? text : (await firstMeaning(texts)).text;
  return scan(work, { text: meant, times: work.state().times ?? times });
}

/** `12*` before a scan, a number that corrects the last one, or a code. */
async function actOnTyped(work: Work, text: string): Promise<void> {
  const said = readTyped(text);
  const { times, recent } = work.state();
  if (said.kind === 'prefix') return work.change({ times: said.times });
  const last = lastCounted(recent);
  if (said.kind === 'times' && last !== undefined) return correct(work, last, said.times);
  const code = said.kind === 'code' ? said.text : text;
  return scan(work, { text: code, times: times ?? (said.kind === 'code' ? said.times : 1) });
}
