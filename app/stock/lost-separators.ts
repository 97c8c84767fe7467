import type { BusinessDay } from '../core/business-day.ts';
import { readGsDay } from './element-string.ts';
import type { GsElement } from './element-string.ts';

const longest = 20;
const openEnded = new Set(['10', '21']);

/**
 * Other readings of an element string that came without separators: scanners that drop GS leave what follows a batch or a serial
 * number glued to it (`10AB12` + `17271231`). Each splits off dates, with a batch, serial number or count after them, where
 * these would be real; the one with the most elements comes first. None where nothing can have been lost.
 */
export function readingsWithoutSeparators(elements: readonly GsElement[], today: BusinessDay): GsElement[][] {
  const last = elements.at(-1);
  if (last === undefined || !openEnded.has(last.ai)) return [];
  const before = elements.slice(0, -1);
  const known = new Set(elements.map(({ ai }) => ai));
  return splitsOf(last, known, today)
    .map((split) => [...before, ...split])
    .toSorted((a, b) => b.length - a.length);
}

function splitsOf({ ai, value }: GsElement, known: ReadonlySet<string>, today: BusinessDay): GsElement[][] {
  const splits: GsElement[][] = [];
  for (let length = 1; length <= Math.min(longest, value.length - 3); length++) {
    const rest = readRest(value.slice(length), known, today);
    if (rest !== undefined) splits.push([{ ai, value: value.slice(0, length) }, ...rest]);
  }
  return splits;
}

/** Fixed elements up to the end, or up to one of variable length that takes all that is left. */
function readRest(text: string, known: ReadonlySet<string>, today: BusinessDay): GsElement[] | undefined {
  const day = /^(11|15|17)(\d{6})(.*)$/u.exec(text);
  if (day !== null) {
    const [, ai = '', value = '', rest = ''] = day;
    if (known.has(ai) || readGsDay(value, today) === undefined) return undefined;
    if (rest === '') return [{ ai, value }];
    const further = readRest(rest, new Set([...known, ai]), today) ?? readOpen(rest, known);
    return further === undefined ? undefined : [{ ai, value }, ...further];
  }
  return undefined;
}

function readOpen(text: string, known: ReadonlySet<string>): GsElement[] | undefined {
  const open = /^(?:(10|21)(.{1,20})|(30|37)(\d{1,8}))$/u.exec(text);
  if (open === null) return undefined;
  const ai = open[1] ?? open[3] ?? '';
  return known.has(ai) ? undefined : [{ ai, value: open[2] ?? open[4] ?? '' }];
}
