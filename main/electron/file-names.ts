import { basename } from 'node:path';

const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/iu;

/** A proposed file name that Windows accepts as well: no folders, no forbidden characters, no device names. */
export function safeFileName(name: string): string {
  // eslint-disable-next-line no-control-regex -- control characters are exactly what is removed
  const cleaned = basename(name.replaceAll('\\', '/')).replaceAll(/[<>:"/|?*\u0000-\u001F]/gu, '_');
  const trimmed = cleaned.replace(/[. ]+$/u, '').slice(0, 150);
  if (trimmed === '') return 'zongdai';
  return reserved.test(trimmed) ? `_${trimmed}` : trimmed;
}
