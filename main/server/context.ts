import type { Store } from '#db/store.ts';

import type { Jobs } from '../jobs/jobs.ts';
import type { Clock } from './clock.ts';
import type { Files } from './files.ts';
import type { Log } from './log.ts';
import type { ImportSessions } from '../exchange/sessions.ts';

/** What every request handler and every command is given. */
export interface Context {
  readonly store: Store;
  readonly clock: Clock;
  /** Who acts; one PC has one person until roles come. */
  readonly actor: string;
  readonly jobs: Jobs;
  readonly files: Files;
  readonly log: Log;
  readonly imports: ImportSessions;
}
