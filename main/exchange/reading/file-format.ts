/**
 * First bytes of files that people drop by mistake and that could pass for text. Most others hold zero bytes.
 */
const otherFiles = [
  '%PDF',
  '\x89PNG',
  '\xff\xd8\xff',
  'GIF8',
  'Rar!',
  "7z\xbc\xaf'\x1c",
  '\x1f\x8b',
  '{\\rtf',
].map((magic) => Buffer.from(magic, 'latin1'));
const zip = Buffer.from('PK\x03\x04', 'latin1');
const emptyZip = Buffer.from('PK\x05\x06', 'latin1');
const compound = Buffer.from('d0cf11e0a1b11ae1', 'hex');

const startsWith = (bytes: Buffer, magic: Buffer): boolean => bytes.subarray(0, magic.length).equals(magic);

/**
 * What a file is, by its content. Web pages and XML under a spreadsheet's name are `other`: they hold no
 * table of text.
 */
export function recogniseFormat(bytes: Buffer): 'zip' | 'compound' | 'text' | 'other' {
  if (startsWith(bytes, zip)) return 'zip';
  if (startsWith(bytes, compound)) return 'compound';
  if (startsWith(bytes, emptyZip) || otherFiles.some((magic) => startsWith(bytes, magic))) return 'other';
  const start = bytes
    .toString('latin1', 0, 512)
    .replaceAll('\0', '')
    .replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*/u, '');
  return /^<(?:\?xml|!doctype|html|head|meta|table|style)/iu.test(start) ? 'other' : 'text';
}
