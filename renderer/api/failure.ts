import { TRPCClientError } from '@trpc/client';
import { AppError } from '#app/core/errors.ts';
import type { Failure } from '#app/core/errors.ts';

/** What a screen can be told went wrong: a named failure, or that the application does not answer at all. */
export type Trouble = { readonly kind: 'failure'; readonly failure: Failure } | { readonly kind: 'offline' };

function isFailure(value: unknown): value is Failure {
  return typeof value === 'object' && value !== null && 'code' in value && 'parameters' in value;
}

/** Reads the failure out of whatever was thrown; what is not known becomes `internal`. */
export function troubleOf(error: unknown): Trouble {
  if (error instanceof AppError) return { kind: 'failure', failure: error.failure };
  if (error instanceof TRPCClientError) {
    if (error.cause instanceof AppError) return { kind: 'failure', failure: error.cause.failure };
    const data: unknown = error.data;
    if (typeof data === 'object' && data !== null && 'failure' in data && isFailure(data.failure)) {
      return { kind: 'failure', failure: data.failure };
    }
    if (data === undefined || data === null) return { kind: 'offline' };
  }
  // What `fetch` throws when nobody answers; its words differ by browser.
  if (error instanceof TypeError && /fetch|network|load failed/iu.test(error.message))
    return { kind: 'offline' };
  return { kind: 'failure', failure: { code: 'internal', parameters: { traceId: localTraceId(error) } } };
}

/** A fault of the page itself has no server trace: a short mark of the error stands in, the rest is in the console. */
function localTraceId(error: unknown): string {
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  let mark = 0;
  for (const character of text) mark = (Math.imul(mark, 31) + (character.codePointAt(0) ?? 0)) >>> 0;
  return `page-${mark.toString(16).padStart(8, '0')}`;
}
