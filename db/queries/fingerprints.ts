import { createHash } from 'node:crypto';

/** The stored form of a line's key: 132 bits, so that a million lines do not keep their whole text twice. */
export function fingerprint(key: string): string {
  return createHash('sha256').update(key).digest('base64url').slice(0, 22);
}
