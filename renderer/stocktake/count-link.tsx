import { Link } from 'wouter';
import { useApiQuery } from '../api/hooks.ts';

/** From a document of a count to its list; nothing for other documents. */
export function CountLink({ documentId }: { readonly documentId: string }) {
  const { data } = useApiQuery('stocktakes.ofDocument', { id: documentId });
  return data === undefined || data === null ? null : (
    <Link href={`/stocktakes/${data.id}`}>{data.number}</Link>
  );
}
