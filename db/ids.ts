import { randomFillSync } from 'node:crypto';

let lastMillisecond = 0;
let sequence = 0;
const random = new Uint8Array(16);

/**
 * A UUIDv7 (RFC 9562): sorts by time of creation. Ids made within one millisecond by one process keep their order by a
 * 12-bit counter (RFC 9562 § 6.2, method 1); when it overflows, the clock is advanced by a millisecond.
 */
export function newId(): string {
  const now = Date.now();
  if (now > lastMillisecond) {
    lastMillisecond = now;
    sequence = 0;
  } else {
    sequence += 1;
    if (sequence > 0xfff) {
      lastMillisecond += 1;
      sequence = 0;
    }
  }
  randomFillSync(random, 8);
  const time = lastMillisecond.toString(16).padStart(12, '0');
  const counter = sequence.toString(16).padStart(3, '0');
  random[8] = ((random[8] ?? 0) & 0x3f) | 0x80;
  const tail = Buffer.from(random.buffer, 8, 8).toString('hex');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${counter}-${tail.slice(0, 4)}-${tail.slice(4)}`;
}
