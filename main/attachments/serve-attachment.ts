import { canPreview, unknownMediaType } from '#app/stock/attachments.ts';
import { getAttachment } from '#db/queries/attachments.ts';
import type { Store } from '#db/store.ts';

import { readContent } from './content.ts';

/**
 * The file as it was uploaded, checked against its hash. Only pictures and PDFs, by their content and not by their name, are
 * shown in the page; anything else, and anything with `save`, is saved.
 */
export async function serveAttachment(
  store: Pick<Store, 'read' | 'directory'>,
  id: string,
  save: boolean,
): Promise<Response> {
  const { name, mediaType, sha256 } = await getAttachment(store.read, id);
  const content = await readContent(store.directory, sha256, name);
  const shown = canPreview(mediaType) && !save;
  const ascii = name.replaceAll(/[^\w.-]/gu, '_');
  return new Response(new Uint8Array(content), {
    headers: {
      'content-type': shown ? mediaType : unknownMediaType,
      'content-disposition': `${shown ? 'inline' : 'attachment'}; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(name)}`,
      'x-content-type-options': 'nosniff',
    },
  });
}
