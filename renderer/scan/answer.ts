import { firstMeaning } from './first-meaning.ts';
import type { ReaderAction } from './reader.ts';
import { localToday } from '../ui/local-today.ts';
import { postDocument } from './post.ts';
import { readScan, readTypedDay } from './said.ts';
import { changeLine, setUnits } from './line-edits.ts';
import type { LineLot } from './session.ts';
import type { Question, Work } from './state.ts';
import { proceed, refuseText, takeLot, takeText, withExpiry } from './take-scan.ts';

type Of<Kind extends Question['kind']> = Extract<Question, { readonly kind: Kind }>;
type Spoken = Extract<ReaderAction, { readonly text: string }>;

/** An answer to what the screen asks. Whatever is no answer changes nothing and sounds so. */
export async function answer(work: Work, question: Question, action: ReaderAction): Promise<void> {
  if (action.kind === 'cancel' || action.kind === 'undo') {
    // Two windows that write one document: one of the answers has to be given.
    if (question.kind === 'conflict') work.sound('bad');
    else work.change({ question: null });
    if (question.kind === 'lotProblem' && action.kind === 'undo') dropLine(work, question.index);
    return;
  }
  const isSpoken = action.kind === 'scan' || action.kind === 'typed';
  if (question.kind === 'lot' && isSpoken) await answerLot(work, question, action);
  else if (action.kind === 'scan') refuseText(work, action.text, { code: 'busy', found: '', expected: '' });
  else if (action.kind === 'accept' || action.kind === 'typed') {
    await answerTyped(work, question, action.kind === 'typed' ? action.text : '');
  } else if (action.kind === 'post' && question.kind === 'post') await postDocument(work);
}

/** `text` is '' for Enter alone. */
async function answerTyped(work: Work, question: Question, text: string): Promise<void> {
  switch (question.kind) {
    case 'choose':
      return answerChoose(work, question, text);
    case 'confirm':
      return text === '' ? acceptProblem(work, question) : work.sound('bad');
    case 'lot':
      // Enter alone is no batch, unless there is one to be taken.
      return text === '' && question.lots.length > 0 ? chooseLot(work, question, 0) : work.sound('bad');
    case 'expiry':
      return answerExpiry(work, question, text);
    case 'lotProblem':
      return answerLotProblem(work, question, text);
    case 'post':
      return text === '' ? postDocument(work) : work.sound('bad');
    case 'anchors':
      return answerAnchors(work, text);
    case 'conflict':
      return answerConflict(work, text);
    case 'warehouse':
    case 'toWarehouse':
    case 'order':
      return answerNamed(work, question, text);
    case 'partner':
      return undefined;
  }
}

async function answerChoose(work: Work, { options }: Of<'choose'>, text: string): Promise<void> {
  const chosen = text === '' ? options[0] : options[numberOf(text)];
  if (chosen !== undefined) return proceed(work, chosen);
  work.change({ question: null });
  return takeText(work, { texts: [text], times: options[0]?.times ?? 1, isTyped: true });
}

async function acceptProblem(work: Work, { chosen, problem }: Of<'confirm'>): Promise<void> {
  await proceed(work, { ...chosen, problem });
}

/** A batch by number, typed, or scanned: alone, or in another code of the same product. */
async function answerLot(work: Work, question: Of<'lot'>, action: Spoken): Promise<void> {
  const { text } = action;
  if (action.kind === 'typed' && question.lots[numberOf(text)] !== undefined) {
    chooseLot(work, question, numberOf(text));
    return;
  }
  const { chosen } = question;
  const texts = action.kind === 'scan' ? readScan(text, action.before).texts : [text];
  const { matches } = (await firstMeaning(texts)).answer;
  const same = matches.find(({ product }) => product.id === chosen.match.product.id);
  if (same !== undefined && same.lot !== null) {
    const { lot, productionDay, expiryDay } = same;
    const isKnown = lot.lotId !== null;
    withExpiry(work, chosen, { code: lot.code, productionDay, expiryDay }, isKnown);
  } else if (matches.length > 0) {
    // A product where a batch was asked for: the person scanned on.
    refuseText(work, text, { code: 'busy', found: '', expected: '' });
  } else {
    const { productionDay, expiryDay } = chosen.match;
    withExpiry(work, chosen, { code: text.trim().slice(0, 64), productionDay, expiryDay }, false);
  }
}

function chooseLot(work: Work, { chosen, lots }: Of<'lot'>, index: number): void {
  const lot = lots[index];
  if (lot === undefined) return;
  const { code, productionDay, expiryDay } = lot;
  takeLot(work, chosen, { code, productionDay, expiryDay });
}

function answerExpiry(work: Work, question: Of<'expiry'>, text: string): void {
  const { chosen, lot } = question;
  const day = readTypedDay(text, localToday());
  if (day === undefined && (text !== '' || question.isWrong)) {
    // Enter after a day that was not understood does not mean that there is none.
    work.sound('bad');
    work.change({ question: { ...question, isWrong: text !== '' } });
    return;
  }
  const dated: LineLot = { ...lot, expiryDay: day ?? null };
  takeLot(work, chosen, dated);
}

/** The batch in hand goes out though another should go first, or the one that should is proposed instead. */
function answerLotProblem(work: Work, { index }: Of<'lotProblem'>, text: string): void {
  const choice = text === '' ? 0 : numberOf(text);
  if (choice !== 0 && choice !== 1) {
    work.sound('bad');
    return;
  }
  const { session } = work.state();
  const change = choice === 0 ? { lotReason: work.lotReason } : { lot: null };
  work.change({ question: null, session: changeLine(session, index, change) });
  work.sound('good');
  work.keep();
}

function dropLine(work: Work, index: number): void {
  work.change({ session: setUnits(work.state().session, index, 0) });
  work.keep();
}

async function answerAnchors(work: Work, text: string): Promise<void> {
  if (text === '1') await postDocument(work, 'keep');
  else if (text === '2') await postDocument(work, 'change');
  else work.sound('bad');
}

function answerConflict(work: Work, text: string): void {
  if (text === '1') work.reload();
  else if (text === '2') {
    work.change({ question: null, draft: null });
    work.keep();
  } else work.sound('bad');
}

async function answerNamed(
  work: Work,
  question: Of<'warehouse' | 'toWarehouse' | 'order'>,
  text: string,
): Promise<void> {
  const named = question.options[text === '' ? -1 : numberOf(text)];
  if (named === undefined) work.sound('bad');
  else await work.choose(question.kind, named);
}

function numberOf(text: string): number {
  return /^[1-9]$/u.test(text) ? Number(text) - 1 : -1;
}
