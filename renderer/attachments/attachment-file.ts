import type { OutputOf } from '../api/contract.ts';

export type Attachment = OutputOf<'attachments.list'>[number];

export function attachmentAddress(id: string): string {
  return `/api/attachments/${encodeURIComponent(id)}`;
}

/** `320 KB`, `1.4 MB`. */
export function fileSize(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1_048_576) return `${Math.round(bytes / 1024)} KB`;
  return `${(bytes / 1_048_576).toFixed(1)} MB`;
}

/** An anchor, because a navigation would leave the page in the desktop host. */
export function saveAttachment(id: string): void {
  const anchor = document.createElement('a');
  anchor.href = `${attachmentAddress(id)}?save`;
  anchor.download = '';
  anchor.style.display = 'none';
  document.body.append(anchor);
  anchor.click();
  anchor.remove();
}
