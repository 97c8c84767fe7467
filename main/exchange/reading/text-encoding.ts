import { appError } from '#app/core/errors.ts';
import type { TextEncoding } from '#app/exchange/sheet.ts';
import type { ReadContext } from './limits.ts';

/**
 * Decodes a text file. Without `forced` the encoding is recognised by its mark, else UTF-8 if it is valid,
 * else GB18030.
 */
export function decodeText(
  bytes: Buffer,
  forced: TextEncoding | undefined,
  context: ReadContext,
): { text: string; encoding: TextEncoding } {
  const encoding = forced ?? recogniseEncoding(bytes);
  // TextDecoder drops the byte order mark of its own encoding.
  const text = new TextDecoder(encoding).decode(bytes);
  // Programs, pictures and archives have zero bytes everywhere; a table never does.
  if (text.includes('\0')) throw appError('file.unknownType', { name: context.name });
  return { text, encoding };
}

function recogniseEncoding(bytes: Buffer): TextEncoding {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return unmarkedUtf16(bytes) ?? (isUtf8(bytes) ? 'utf-8' : 'gb18030');
}

/** Text with separators and digits has a zero in half of their bytes, on one side only. */
function unmarkedUtf16(bytes: Buffer): TextEncoding | undefined {
  const sample = bytes.subarray(0, 4096);
  let [even, odd] = [0, 0];
  for (let at = 0; at < sample.length; at++) {
    if (sample[at] !== 0) continue;
    if (at % 2 === 0) even++;
    else odd++;
  }
  if (bytes.length % 2 !== 0 || even + odd < sample.length / 20) return undefined;
  if (even === 0) return 'utf-16le';
  return odd === 0 ? 'utf-16be' : undefined;
}

function isUtf8(bytes: Buffer): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
