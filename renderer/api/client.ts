import { QueryClient } from '@tanstack/react-query';
import { createTRPCUntypedClient, httpBatchLink } from '@trpc/client';
import type { ApiPath, InputOf, OutputOf } from './contract.ts';

const transport = createTRPCUntypedClient({
  links: [httpBatchLink({ url: '/api/trpc', maxURLLength: 4000 })],
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
