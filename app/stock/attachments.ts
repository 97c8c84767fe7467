/** What a file can be attached to. */
export const attachmentEntities = ['partner', 'product', 'lot', 'document', 'purchase_order'] as const;
export type AttachmentEntity = (typeof attachmentEntities)[number];

/** What a file is evidence of. */
export const attachmentRoles = [
  'licence',
  'registration',
  'certificate',
  'delivery',
  'photo',
  'other',
] as const;
export type AttachmentRole = (typeof attachmentRoles)[number];

/** In bytes: a scanned page or a photo has a few million. */
export const attachmentLimit = 20 * 1_048_576;

const signatures: readonly (readonly [string, readonly (number | null)[]])[] = [
  ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['image/jpeg', [0xff, 0xd8, 0xff]],
  ['image/gif', [0x47, 0x49, 0x46, 0x38]],
  ['image/webp', [0x52, 0x49, 0x46, 0x46, null, null, null, null, 0x57, 0x45, 0x42, 0x50]],
  ['application/pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
];

/** Of anything else: it is only saved, never shown. */
export const unknownMediaType = 'application/octet-stream';

/** What a file is by its first bytes; its name may say anything. SVG is not shown: it can hold scripts. */
export function mediaTypeOf(content: Uint8Array): string {
  const found = signatures.find(([, bytes]) =>
    bytes.every((byte, index) => byte === null || content[index] === byte),
  );
  return found?.[0] ?? unknownMediaType;
}

export function isPicture(mediaType: string): boolean {
  return mediaType.startsWith('image/');
}

/** Whether the page may show it, rather than only save it. */
export function canPreview(mediaType: string): boolean {
  return signatures.some(([known]) => known === mediaType);
}
