import { isGtin } from '#app/stock/barcode.ts';
import { addGoods, countTarget, scan } from './counting-scan.ts';
import { mostAtOnce } from './counting-state.ts';
import type { CountQuestion, CountTarget } from './counting-state.ts';
import { ask, giveUp } from './counting-work.ts';
import type { Work } from './counting-work.ts';

/** A scan where something is asked: the batch, or the person scanned on. */
export async function answerScan(work: Work, question: CountQuestion, text: string): Promise<void> {
  if (question.kind === 'lot') return answerLot(work, question, text);
  if (question.kind !== 'notListed') return work.sound('bad');
  // What is not listed stays visible as refused.
  giveUp(work, question);
  return scan(work, { text, times: 1 });
}

/** `text` is '' for Enter alone. */
export async function answer(work: Work, question: CountQuestion, text: string): Promise<void> {
  switch (question.kind) {
    case 'quantity':
      return answerQuantity(work, question, text);
    case 'lot':
      return answerLot(work, question, text);
    case 'product': {
      const match = question.matches[chosen(work, text)];
      if (match === undefined) return work.sound('bad');
      work.change({ question: null });
      return scan(work, { text: question.text, times: question.times, productId: match.product.id });
    }
    case 'notListed':
      return text === '' ? addNotListed(work, question) : work.sound('bad');
  }
}

type Of<Kind extends CountQuestion['kind']> = Extract<CountQuestion, { readonly kind: Kind }>;

async function answerQuantity(work: Work, question: Of<'quantity'>, text: string): Promise<void> {
  const { match, target, times } = question;
  const quantity = text === '' ? match.quantity * times : Number(text.replaceAll(',', ''));
  if (!Number.isInteger(quantity) || quantity < 1 || quantity > mostAtOnce) return work.sound('bad');
  return countTarget(work, match, target, quantity);
}

/** A batch by its place, by its number, or a new one by what stands on the box. */
async function answerLot(work: Work, question: Of<'lot'>, text: string): Promise<void> {
  const { match, targets, times } = question;
  const target = targets.find(({ lot }) => lot === text) ?? targets[chosen(work, text)];
  if (target !== undefined) return countOrAsk(work, question, target);
  // A barcode where a batch was asked for: the person scanned on.
  if (isGtin(text) || text === '' || text.length > 64) return work.sound('bad');
  return addGoods(work, match, { code: text, expiryDay: match.expiryDay }, match.quantity * times);
}

function chosen(work: Work, text: string): number {
  if (text === '') return work.state().highlighted;
  return /^[1-9]$/u.test(text) ? Number(text) - 1 : -1;
}

async function countOrAsk(work: Work, question: Of<'lot'>, target: CountTarget): Promise<void> {
  const { match, times } = question;
  if (work.state().mode === 'askQuantity')
    return ask(work, { kind: 'quantity', match, target, times }, 'warn');
  return countTarget(work, match, target, match.quantity * times);
}

/** Goods that are not on the list: their batch is asked for where they must have one and the code names none. */
async function addNotListed(work: Work, { match, targets, times }: Of<'notListed'>): Promise<void> {
  const { lot, productionDay, expiryDay } = match;
  const quantity = match.quantity * times;
  if (lot !== null) return addGoods(work, match, { code: lot.code, productionDay, expiryDay }, quantity);
  if (match.product.lotControl) return ask(work, { kind: 'lot', match, targets, times }, 'warn');
  return addGoods(work, match, null, quantity);
}
