import { plainCharacters } from '#app/stock/barcode.ts';
import { characterOf, keyName } from './key-character.ts';
import type { KeyPress } from './key-character.ts';

/** Characters collected so far, with the times at which they came, in milliseconds. */
export interface Reader {
  readonly text: string;
  readonly times: readonly number[];
  /** When the last scan ended. */
  readonly endedAt: number;
  /** Digits of a character typed by number while Alt is held. */
  readonly alt: string;
}

export const emptyReader: Reader = { text: '', times: [], endedAt: Number.NEGATIVE_INFINITY, alt: '' };

/** What a person or a scanner has said. */
export type ReaderAction =
  /** `before`: what came before the scanner's burst: `12*`, or the scan's own beginning where the machine was busy. */
  | { readonly kind: 'scan'; readonly text: string; readonly before: string }
  | { readonly kind: 'typed'; readonly text: string }
  | {
      readonly kind: 'accept' | 'undo' | 'cancel' | 'post' | 'up' | 'down' | 'remove';
    };

export interface Step {
  readonly reader: Reader;
  readonly action: ReaderAction | null;
  /** The key belongs to the reader, and to nothing else on the page. */
  readonly handled: boolean;
}

/** Scanners send a character every 1 to 20 ms, slow radio ones up to 50; hands hardly ever come below 60. */
const slowestScanner = 50;
/** So long must a lone digit stand before it is a choice: a scan's first character is not. */
export const settlesAfter = 150;
/** Fewer characters than a scanner sends, and more than fingers that fall on two keys. */
const shortestScan = 5;
/** The longest pause within a scan on a busy computer, and the fewest characters of a piece of one. */
const tornScan = 400;
const shortestPiece = 3;
/** A scanner that ends with carriage return and line feed presses Enter twice. */
const secondEnter = 150;

const named: Readonly<Record<string, 'cancel' | 'post' | 'up' | 'down' | 'remove'>> = {
  Escape: 'cancel',
  F9: 'post',
  ArrowUp: 'up',
  ArrowDown: 'down',
  Delete: 'remove',
};

/** One key. Scanners are keyboards that are fast and end with Enter or Tab; everything else is a person. */
export function readKey(reader: Reader, press: KeyPress, time: number): Step {
  const name = keyName(press);
  const digit = press.altKey ? /^Numpad(\d)$/u.exec(press.code)?.[1] : undefined;
  if (digit !== undefined) return quiet({ ...reader, alt: reader.alt + digit });
  const isPlain = !press.ctrlKey && !press.altKey && !press.metaKey;
  if (isPlain && (name === 'Enter' || (name === 'Tab' && reader.text !== ''))) return end(reader, time);
  if (isPlain && name === 'Backspace') return back(reader);
  const action = isPlain ? named[name] : undefined;
  if (action !== undefined) {
    const isLeaving = action === 'cancel' && reader.text !== '';
    return { reader: emptyReader, action: isLeaving ? null : { kind: action }, handled: true };
  }
  const character = characterOf(press);
  return character === undefined
    ? { reader, action: null, handled: false }
    : quiet(added(reader, character, time));
}

/** A key was let go: with Alt ends a character typed by its number, as some scanners send control characters. */
export function readKeyUp(reader: Reader, key: string, time: number): Reader {
  if (key !== 'Alt' || reader.alt === '') return reader;
  const character = String.fromCharCode(Number(reader.alt) % 256);
  return added({ ...reader, alt: '' }, character, time);
}

/** Text that came whole: pasted, or finished by an input method. */
export function readText(reader: Reader, text: string, time: number): Reader {
  return [...text].reduce((collected, character) => added(collected, character, time), reader);
}

/** A lone digit that nothing followed: a choice by number, not the beginning of a scan. */
export function settledDigit(reader: Reader, time: number): Step | undefined {
  const last = reader.times.at(-1) ?? time;
  if (!/^[0-9]$/u.test(reader.text) || time - last < settlesAfter) return undefined;
  return { reader: emptyReader, action: { kind: 'typed', text: reader.text }, handled: true };
}

function quiet(reader: Reader): Step {
  return { reader, action: null, handled: true };
}

function added(reader: Reader, character: string, time: number): Reader {
  return { ...reader, text: reader.text + plainCharacters(character), times: [...reader.times, time] };
}

function back(reader: Reader): Step {
  if (reader.text === '') return { reader, action: { kind: 'undo' }, handled: true };
  return quiet({ ...reader, text: reader.text.slice(0, -1), times: reader.times.slice(0, -1) });
}

function end(reader: Reader, time: number): Step {
  if (reader.text.trim() === '') {
    const isSecond = time - reader.endedAt < secondEnter;
    return { reader: emptyReader, action: isSecond ? null : { kind: 'accept' }, handled: true };
  }
  const next: Reader = { ...emptyReader, endedAt: time };
  const start = startOfBurst(reader.times);
  if (reader.times.length - start < shortestScan) {
    return { reader: next, action: { kind: 'typed', text: reader.text.trim() }, handled: true };
  }
  const first = startOfScan(reader.times, start);
  const action = {
    kind: 'scan',
    text: reader.text.slice(first),
    before: reader.text.slice(0, first),
  } as const;
  return { reader: next, action, handled: true };
}

/** A busy computer tears a scan apart: what came as fast just before the last fast characters belongs to them. */
function startOfScan(times: readonly number[], start: number): number {
  let first = start;
  for (;;) {
    const pause = (times[first] ?? 0) - (times[first - 1] ?? 0);
    if (first === 0 || pause > tornScan) return first;
    const piece = startOfBurst(times.slice(0, first));
    if (first - piece < shortestPiece) return first;
    first = piece;
  }
}

/** The first of the fast characters at the end. */
function startOfBurst(times: readonly number[]): number {
  let start = times.length - 1;
  while (start > 0 && (times[start] ?? 0) - (times[start - 1] ?? 0) <= slowestScanner) start--;
  return Math.max(start, 0);
}
