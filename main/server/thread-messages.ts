import type { Failure } from '#app/core/errors.ts';

/** What the server thread is given when it starts. Plain data: it crosses a thread. */
export interface ServerOptions {
  /** Where the store lies; made if it is missing. */
  readonly directory: string;
  /** The built page (dist/renderer). */
  readonly pageDirectory: string;
}

/** A Request without its methods. */
export interface RequestMessage {
  readonly kind: 'request';
  readonly id: number;
  readonly method: string;
  readonly url: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: ArrayBuffer | null;
}

/** A Response without its methods. */
export interface ResponseMessage {
  readonly kind: 'response';
  readonly id: number;
  readonly status: number;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: ArrayBuffer | null;
}

/** The client went away: whatever still works on the request may stop. */
export interface AbortMessage {
  readonly kind: 'abort';
  readonly id: number;
}

export type ToThread = RequestMessage | AbortMessage | { readonly kind: 'close' };

export type FromThread =
  | ResponseMessage
  | { readonly kind: 'ready' }
  /** `detail` is for the log. */
  | { readonly kind: 'failed'; readonly failure: Failure; readonly detail: string }
  | { readonly kind: 'closed' };

/** A response with these statuses must have no body, not even an empty one. */
export function mayHaveBody(status: number): boolean {
  return status !== 101 && status !== 204 && status !== 205 && status !== 304;
}
