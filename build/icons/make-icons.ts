// Draws the application's icon: node_modules/.bin/node build/icons/make-icons.ts. The results are committed beside it.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';

type Colour = readonly [number, number, number];

interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly radius: number;
  readonly colour: Colour;
}

const teal: Colour = [12, 133, 115];
const white: Colour = [255, 255, 255];
const pale: Colour = [150, 220, 206];

// In parts of the icon's side: three columns of stock, the last one filled up by an order.
const boxes: readonly Box[] = [
  { left: 0.04, top: 0.04, width: 0.92, height: 0.92, radius: 0.2, colour: teal },
  { left: 0.2, top: 0.5, width: 0.16, height: 0.28, radius: 0.03, colour: white },
  { left: 0.42, top: 0.36, width: 0.16, height: 0.42, radius: 0.03, colour: white },
  { left: 0.64, top: 0.22, width: 0.16, height: 0.24, radius: 0.03, colour: pale },
  { left: 0.64, top: 0.5, width: 0.16, height: 0.28, radius: 0.03, colour: white },
];

/** How much of a pixel the box covers, from the distance to its rounded edge. */
function coverage(box: Box, x: number, y: number, side: number): number {
  const radius = box.radius * side;
  const halfWidth = (box.width * side) / 2 - radius;
  const halfHeight = (box.height * side) / 2 - radius;
  const dx = Math.abs(x - (box.left + box.width / 2) * side) - halfWidth;
  const dy = Math.abs(y - (box.top + box.height / 2) * side) - halfHeight;
  const outside = Math.hypot(Math.max(dx, 0), Math.max(dy, 0));
  const distance = outside + Math.min(Math.max(dx, dy), 0) - radius;
  return Math.min(1, Math.max(0, 0.5 - distance));
}

function pixels(side: number): Buffer {
  const rows = Buffer.alloc(side * (side * 4 + 1));
  for (let y = 0; y < side; y += 1) {
    for (let x = 0; x < side; x += 1) {
      const at = y * (side * 4 + 1) + 1 + x * 4;
      for (const box of boxes) {
        const over = coverage(box, x + 0.5, y + 0.5, side);
        const under = (rows[at + 3] ?? 0) / 255;
        const alpha = over + under * (1 - over);
        if (alpha === 0) continue;
        for (const [channel, value] of box.colour.entries()) {
          rows[at + channel] = Math.round(
            (value * over + (rows[at + channel] ?? 0) * under * (1 - over)) / alpha,
          );
        }
        rows[at + 3] = Math.round(alpha * 255);
      }
    }
  }
  return rows;
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

/** A PNG of the icon, `side` pixels square (ISO/IEC 15948: RGBA, 8 bits a channel). */
function png(side: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header.set([8, 6, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(pixels(side), { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** A Windows icon file that holds PNG pictures. */
function ico(sides: readonly number[]): Buffer {
  const pictures = sides.map((side) => png(side));
  const directory = Buffer.alloc(6 + 16 * sides.length);
  directory.writeUInt16LE(1, 2);
  directory.writeUInt16LE(sides.length, 4);
  let offset = directory.length;
  for (const [index, picture] of pictures.entries()) {
    const at = 6 + 16 * index;
    // 0 stands for 256.
    directory.writeUInt8((sides[index] ?? 0) % 256, at);
    directory.writeUInt8((sides[index] ?? 0) % 256, at + 1);
    directory.writeUInt16LE(1, at + 4);
    directory.writeUInt16LE(32, at + 6);
    directory.writeUInt32LE(picture.length, at + 8);
    directory.writeUInt32LE(offset, at + 12);
    offset += picture.length;
  }
  return Buffer.concat([directory, ...pictures]);
}

const folder = import.meta.dirname;
writeFileSync(join(folder, 'icon.png'), png(1024));
writeFileSync(join(folder, '512x512.png'), png(512));
writeFileSync(join(folder, 'icon.ico'), ico([16, 24, 32, 48, 64, 128, 256]));
