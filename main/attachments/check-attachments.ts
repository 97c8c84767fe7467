import { keptContents } from '#db/queries/attachments.ts';
import type { Store } from '#db/store.ts';

import { findState } from './content.ts';

export interface AttachmentProblem {
  readonly code: 'attachment.missing' | 'attachment.changed';
  /** Name and hash. */
  readonly detail: string;
}

/** Whether every file that was attached, removed ones too, is there as it was uploaded. Reads all of them. */
export async function checkAttachments(store: Pick<Store, 'read' | 'directory'>): Promise<{
  files: number;
  problems: AttachmentProblem[];
}> {
  const contents = await keptContents(store.read);
  const problems: AttachmentProblem[] = [];
  for (const { sha256, name } of contents) {
    const state = await findState(store.directory, sha256);
    if (state !== 'kept') problems.push({ code: `attachment.${state}`, detail: `${name} · ${sha256}` });
  }
  return { files: contents.length, problems };
}
