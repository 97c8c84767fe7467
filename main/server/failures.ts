import { z } from 'zod';

import { AppError } from '#app/core/errors.ts';
import type { Failure } from '#app/core/errors.ts';

import type { Log } from './log.ts';

/** The named failure behind anything thrown; what has no name is logged and becomes `internal` with its trace id. */
export function failureOf(error: unknown, log: Log): Failure {
  const named = namedFailure(error);
  return named ?? { code: 'internal', parameters: { traceId: log.error('unexpected', error) } };
}

function namedFailure(error: unknown): Failure | undefined {
  if (error instanceof AppError) return error.failure;
  if (error instanceof z.ZodError) {
    const issue = error.issues[0];
    return {
      code: 'input.invalid',
      parameters: { field: issue?.path.join('.') ?? '', found: '', expected: issue?.message ?? '' },
    };
  }
  if (error instanceof Error && error.cause !== undefined) return namedFailure(error.cause);
  return undefined;
}
