import { QueryClient } from '@tanstack/react-query';
import { createTRPCUntypedClient, httpBatchLink } from '@trpc/client';
import { appError } from '#app/core/errors.ts';
import type { ApiPath, InputOf, OutputOf } from './contract.ts';

/** A program that was started anew has a new address: the page that is open belongs to the old one. */
async function fetchOrDenied(input: RequestInfo | URL | string, init?: RequestInit): Promise<Response> {
  const answer = await fetch(input, init);
  if (answer.status === 401) throw appError('session.denied', {});
  return answer;
}

const transport = createTRPCUntypedClient({
  links: [
    httpBatchLink({
      url: '/api/trpc',
      // What is asked about may be a whole document, longer than an address can be.
      methodOverride: 'POST',
      fetch: (url, init) => fetchOrDenied(url, init as RequestInit),
    }),
  ],
});

/** Asks the application for something; changes nothing. */
export async function query<Path extends ApiPath>(
  path: Path,
  input?: InputOf<Path>,
  signal?: AbortSignal,
): Promise<OutputOf<Path>> {
  return (await transport.query(path, input, signal === undefined ? {} : { signal })) as OutputOf<Path>;
}

/** Tells the application to do something. */
export async function mutate<Path extends ApiPath>(
  path: Path,
  input?: InputOf<Path>,
): Promise<OutputOf<Path>> {
  return (await transport.mutation(path, input)) as OutputOf<Path>;
}

/** The store is on the same machine: asking again is cheap, retrying a failure only delays the message. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { retry: false, staleTime: 2_000, refetchOnWindowFocus: true, networkMode: 'always' },
    mutations: { retry: false, networkMode: 'always' },
  },
});
