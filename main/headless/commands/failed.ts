import { AppError } from '#app/core/errors.ts';
import type { Failure } from '#app/core/errors.ts';
import { failureMessage } from '#app/i18n/catalogue.ts';
import type { Language } from '#app/i18n/translation.ts';

import { failureOf } from '../../server/failures.ts';
import type { Log } from '../../server/log.ts';
import type { CommandOutcome } from './command.ts';

/** A named failure as an outcome; before the store is open there is no log, so its stack goes to stderr. */
export function failedOutcome(error: unknown, language: Language, log?: Log): CommandOutcome {
  const failure = log === undefined ? withoutLog(error) : failureOf(error, log);
  const message = failureMessage(language, failure);
  return { exit: 1, json: { error: { ...failure, message } }, text: message };
}

function withoutLog(error: unknown): Failure {
  if (error instanceof AppError) return error.failure;
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  return { code: 'internal', parameters: { traceId: '-' } };
}
