import type { UseQueryResult } from '@tanstack/react-query';
import { queryClient } from '../api/client.ts';
import type { OutputOf } from '../api/contract.ts';
import { useApiQuery } from '../api/hooks.ts';

type View = OutputOf<'stocktakes.get'>;

/** A stocktake as it stands. While it is counted another window may be counting too, so it is asked for again and again. */
export function useStocktake(id: string): UseQueryResult<View> {
  const input = { id };
  const known = queryClient.getQueryData<View>(['stocktakes.get', input]);
  return useApiQuery('stocktakes.get', input, {
    refetchInterval: known?.head.status === 'counting' ? 4_000 : false,
  });
}
