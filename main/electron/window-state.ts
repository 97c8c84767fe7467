import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { languages } from '#app/i18n/translation.ts';

const rectangle = z.object({ x: z.int(), y: z.int(), width: z.int().min(1), height: z.int().min(1) });

const windowState = z.object({
  bounds: rectangle.nullable().catch(null),
  maximized: z.boolean().catch(false),
  language: z.enum(languages).catch('zh-CN'),
});

/** In device-independent pixels. */
export type Bounds = z.infer<typeof rectangle>;
export type WindowState = z.infer<typeof windowState>;

const firstState: WindowState = { bounds: null, maximized: false, language: 'zh-CN' };
const fileName = 'window.json';

/** What was remembered in the data directory; a file that cannot be understood is as good as none. */
export function readWindowState(directory: string): WindowState {
  try {
    const parsed = windowState.safeParse(JSON.parse(readFileSync(join(directory, fileName), 'utf8')));
    return parsed.success ? parsed.data : firstState;
  } catch {
    return firstState;
  }
}

/** Losing the window's place is no reason to disturb anyone: a failure is ignored. */
export function writeWindowState(directory: string, state: WindowState): void {
  try {
    writeFileSync(join(directory, fileName), JSON.stringify(state));
  } catch {
    // The disk is full or the file is held open; the next close tries again.
  }
}

const smallest = { width: 960, height: 600 };
const usual = { width: 1366, height: 860 };

/**
 * Where the window opens: where it was, as far as that is still on a screen (a second screen may be gone, or smaller), else in
 * the middle of the first of `workAreas`.
 */
export function boundsOnScreen(remembered: Bounds | null, workAreas: readonly Bounds[]): Bounds {
  const area = mostCovered(remembered, workAreas) ?? workAreas[0] ?? { x: 0, y: 0, ...usual };
  const wanted = remembered ?? usual;
  const width = clamp(wanted.width, Math.min(smallest.width, area.width), area.width);
  const height = clamp(wanted.height, Math.min(smallest.height, area.height), area.height);
  const kept = remembered !== null && overlap(remembered, area) > 0 ? remembered : undefined;
  const x = kept?.x ?? area.x + Math.round((area.width - width) / 2);
  const y = kept?.y ?? area.y + Math.round((area.height - height) / 2);
  return {
    x: clamp(x, area.x, area.x + area.width - width),
    y: clamp(y, area.y, area.y + area.height - height),
    width,
    height,
  };
}

function mostCovered(bounds: Bounds | null, areas: readonly Bounds[]): Bounds | undefined {
  if (bounds === null) return undefined;
  return areas.toSorted((left, right) => overlap(bounds, right) - overlap(bounds, left))[0];
}

function overlap(left: Bounds, right: Bounds): number {
  const width = Math.min(left.x + left.width, right.x + right.width) - Math.max(left.x, right.x);
  const height = Math.min(left.y + left.height, right.y + right.height) - Math.max(left.y, right.y);
  return Math.max(0, width) * Math.max(0, height);
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high);
}
