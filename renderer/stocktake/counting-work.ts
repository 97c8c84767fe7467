import { shownRecent } from './counting-state.ts';
import type { CountedLine, CountingState, CountQuestion, RecentCount } from './counting-state.ts';

export interface Around {
  readonly id: string;
  readonly mode: CountingState['mode'];
  readonly sound: (tone: 'good' | 'warn' | 'bad') => void;
  /** Something was written. */
  readonly onCounted: () => void;
}

export interface Work extends Around {
  readonly state: () => CountingState;
  readonly change: (part: Partial<CountingState>) => void;
  readonly nextKey: () => number;
}

export function ask(work: Work, question: CountQuestion, tone: 'warn' | 'bad'): void {
  work.sound(tone);
  work.change({ question, highlighted: 0 });
}

interface Counted {
  readonly line: CountedLine;
  readonly added: number;
  readonly wasFirst: boolean;
}

export function took(work: Work, { line, added, wasFirst }: Counted): void {
  remember(work, { kind: 'counted', key: work.nextKey(), line, added, wasFirst, isUndone: false });
  work.change({ question: null });
  work.sound('good');
  work.onCounted();
}

export function refuse(work: Work, text: string, reason: 'unknown' | 'misread' | 'notListed'): void {
  remember(work, { kind: 'refused', key: work.nextKey(), text, reason });
  work.sound('bad');
}

export function giveUp(work: Work, question: CountQuestion): void {
  if (question.kind === 'notListed') {
    const { code, name } = question.match.product;
    remember(work, { kind: 'refused', key: work.nextKey(), text: `${code} ${name}`, reason: 'notListed' });
  }
  work.change({ question: null });
}

export function remember(work: Work, entry: RecentCount): void {
  work.change({ recent: [entry, ...work.state().recent].slice(0, shownRecent) });
}
