import { mutate, query } from '../api/client.ts';
import { troubleOf } from '../api/failure.ts';
import { lotProblemIn } from './post.ts';
import { lastTaken, lineKey } from './session.ts';
import { sheetOf } from './sheet.ts';
import { noPreview } from './state.ts';
import type { ScanState, Work } from './state.ts';

interface Keeper {
  readonly keep: () => void;
  readonly kept: () => Promise<void>;
}

/**
 * Saves the draft after every change, so that a power cut loses nothing, and looks at what it would come to. One saving at a
 * time, each on the version that the last one gave; changes that come meanwhile are saved together.
 */
export function createKeeper({
  state,
  change,
  sound,
  remember,
}: Pick<Work, 'state' | 'change' | 'sound'> & { readonly remember: (draftId: string) => void }): Keeper {
  let wanted = false;
  let running: Promise<void> | null = null;
  const once = async (): Promise<void> => {
    const { draft, session } = state();
    const sheet = sheetOf(state());
    if (draft === null && session.lines.length === 0) return;
    const saved = await mutate('documents.saveDraft', { ...draft, sheet });
    remember(saved.id);
    change({ draft: saved });
    change({ preview: session.lines.length === 0 ? noPreview : await query('documents.preview', sheet) });
  };
  const run = async (): Promise<void> => {
    change({ saving: 'yes' });
    try {
      while (wanted) {
        wanted = false;
        await once();
      }
      change({ saving: 'no' });
      askAboutLot({ state, change, sound });
    } catch (error) {
      change({
        saving: 'failed',
        ...(isConflict(error) ? { question: { kind: 'conflict', error } } : { error }),
      });
      sound('bad');
    } finally {
      running = null;
    }
  };
  return {
    keep: () => {
      wanted = true;
      running ??= run();
    },
    kept: async () => {
      await running;
    },
  };
}

/** Someone else has changed, posted or discarded the draft: saving again would not help. */
function isConflict(error: unknown): boolean {
  const trouble = troubleOf(error);
  if (trouble.kind === 'offline') return false;
  return trouble.failure.code === 'stock.documentChanged' || trouble.failure.code === 'stock.draftEnded';
}

/** Asked while the box is still in hand, not when all is packed. */
function askAboutLot({ state, change, sound }: Pick<Work, 'state' | 'change' | 'sound'>): void {
  const { question, preview, session }: ScanState = state();
  const asked = lotProblemIn(preview.problems);
  if (question !== null || asked?.kind !== 'lotProblem') return;
  const line = session.lines[asked.index];
  if (line === undefined || lastTaken(session)?.lineKey !== lineKey(line)) return;
  sound('bad');
  change({ question: asked });
}
