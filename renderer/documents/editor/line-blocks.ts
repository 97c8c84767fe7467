/** Up to this many lines all are drawn, always: nobody scrolls far through them. */
export const drawnAlways = 120;
const linesOfBlock = 20;

/** Lines that are drawn, or not drawn, together. */
export interface LineBlock<Line> {
  readonly first: number;
  readonly lines: readonly Line[];
  /** Wherever it is: in a short sheet, and the last one, which lines are added to. */
  readonly isAlwaysDrawn: boolean;
}

/** The lines of a sheet in blocks, of which a long one draws only those near the window. */
export function lineBlocks<Line>(lines: readonly Line[]): readonly LineBlock<Line>[] {
  const count = Math.ceil(lines.length / linesOfBlock);
  return Array.from({ length: count }, (_, place) => {
    const first = place * linesOfBlock;
    return {
      first,
      lines: lines.slice(first, first + linesOfBlock),
      isAlwaysDrawn: lines.length <= drawnAlways || place === count - 1,
    };
  });
}
