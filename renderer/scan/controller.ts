import { answer } from './answer.ts';
import { createKeeper } from './keeper.ts';
import { chooseHead, optionsOf } from './head.ts';
import { askToPost } from './post.ts';
import type { ReaderAction } from './reader.ts';
import { readScan, readTyped } from './said.ts';
import { emptySession, setTimes, undoLast } from './session.ts';
import { select, setUnits } from './line-edits.ts';
import type { Named, ScanState, Work } from './state.ts';
import { takeText } from './take-scan.ts';

export interface Scanning {
  readonly state: () => ScanState;
  readonly subscribe: (listener: () => void) => () => void;
  /** What a person or a scanner has said; one after another, however fast they come. */
  readonly act: (action: ReaderAction) => void;
  readonly ask: (kind: 'warehouse' | 'toWarehouse' | 'order' | 'partner') => void;
  readonly choose: (kind: 'warehouse' | 'toWarehouse' | 'order' | 'partner', named: Named) => void;
  /** Another document; what was scanned so far stays a draft. */
  readonly begin: () => void;
}

interface Surroundings {
  readonly sound: Work['sound'];
  readonly lotReason: string;
  readonly reload: () => void;
  readonly forget: () => void;
  readonly remember: (draftId: string) => void;
}

/** The work of a scan screen: what was said goes in, what is to be shown comes out. */
export function createScanning(initial: ScanState, around: Surroundings): Scanning {
  let current = initial;
  const listeners = new Set<() => void>();
  const change = (part: Partial<ScanState>): void => {
    current = { ...current, ...part };
    for (const listener of listeners) listener();
  };
  const keeper = createKeeper({
    state: () => current,
    change,
    sound: around.sound,
    remember: around.remember,
  });
  const work: Work = {
    state: () => current,
    change,
    sound: around.sound,
    keep: keeper.keep,
    kept: keeper.kept,
    reload: around.reload,
    forget: around.forget,
    lotReason: around.lotReason,
    ask: async (kind) => {
      change({ question: kind === 'partner' ? { kind } : { kind, options: await optionsOf(kind, current) } });
    },
    choose: (kind, named) => chooseHead(work, kind, named),
  };
  let queue: Promise<void> = Promise.resolve();
  const run = (step: () => Promise<void> | void): void => {
    queue = queue.then(step).catch((error: unknown) => {
      change({ error, isPosting: false });
      around.sound('bad');
    });
  };
  if (current.session.lines.length > 0) keeper.keep();
  return {
    state: () => current,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    act: (action) => run(() => act(work, action)),
    ask: (kind) => run(() => work.ask(kind)),
    choose: (kind, named) => run(() => work.choose(kind, named)),
    begin: () =>
      run(() => {
        around.forget();
        change({
          session: emptySession,
          draft: null,
          posted: null,
          question: null,
          resumed: false,
          error: null,
          preview: { problems: [], entries: [] },
        });
      }),
  };
}

async function act(work: Work, action: ReaderAction): Promise<void> {
  const { posted, question, isPosting } = work.state();
  if (isPosting) return;
  if (posted !== null) work.change({ posted: null });
  if (question !== null) return answer(work, question, action);
  switch (action.kind) {
    case 'scan': {
      const { times, texts } = readScan(action.text, action.before);
      return takeText(work, { texts, times: work.state().times ?? times, isTyped: false });
    }
    case 'typed':
      return actOnTyped(work, action.text);
    case 'post':
      return askToPost(work);
    case 'up':
    case 'down':
      return work.change({ session: select(work.state().session, action.kind === 'up' ? -1 : 1) });
    case 'undo':
    case 'remove':
      return takeBack(work, action.kind);
    case 'cancel':
      return work.change({ times: null, error: null, session: { ...work.state().session, selected: null } });
    case 'accept':
      return undefined;
  }
}

async function actOnTyped(work: Work, text: string): Promise<void> {
  const said = readTyped(text);
  const { session, times } = work.state();
  if (said.kind === 'prefix') work.change({ times: said.times });
  else if (said.kind === 'code')
    await takeText(work, { texts: [said.text], times: times ?? said.times, isTyped: true });
  else {
    const next =
      session.selected === null
        ? setTimes(session, said.times)
        : setUnits(session, session.selected, said.times);
    if (next === undefined) {
      // Nothing was scanned yet: short codes are numbers too.
      await takeText(work, { texts: [text], times: times ?? 1, isTyped: true });
    } else {
      work.sound('good');
      work.change({ session: next, error: null });
      work.keep();
    }
  }
}

function takeBack(work: Work, kind: 'undo' | 'remove'): void {
  const { session, times } = work.state();
  if (times !== null) {
    work.change({ times: null });
    return;
  }
  const next =
    session.selected !== null && kind === 'remove'
      ? setUnits(session, session.selected, 0)
      : kind === 'undo'
        ? undoLast(session)
        : session;
  if (next === session) {
    work.sound('bad');
    return;
  }
  work.change({ session: next, error: null });
  work.sound('warn');
  work.keep();
}
