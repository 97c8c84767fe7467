import { cellText, isBlank } from './cell-text.ts';
import { importedKinds } from './columns.ts';
import { matchHeader } from './header-text.ts';
import type { Field } from './kinds.ts';
import type { Cell, Sheet, SheetRow } from './sheet.ts';
import { joinHeaders, upperHeader } from './stacked-header.ts';

/** How many of a sheet's first rows can hold the header. */
const searched = 40;

/** Cells of one row, with merged ranges filled: each cell of a range shows what its first cell holds. */
function filledCells(sheet: Sheet, row: SheetRow): readonly Cell[] {
  const touching = sheet.merges.filter(
    ({ top, bottom }) => top <= row.number - 1 && bottom >= row.number - 1,
  );
  if (touching.length === 0) return row.cells;
  const cells = [...row.cells];
  for (const { top, left, right } of touching.slice(0, 2000)) {
    const source = top === row.number - 1 ? row : sheet.rows.find(({ number }) => number === top + 1);
    const value = source?.cells[left] ?? null;
    if (isBlank(value)) continue;
    while (cells.length < left) cells.push(null);
    for (let column = left; column <= Math.min(right, left + 200); column += 1) {
      if (isBlank(cells[column])) cells[column] = value;
    }
  }
  return cells;
}

/** How much a row looks like the header of some kind: fields named, less what no header holds. */
function headerScore(cells: readonly Cell[]): number {
  let best = 0;
  const texts = cells.filter(
    (cell) => typeof cell === 'string' && cell.trim() !== '' && cell.length <= 40,
  ) as string[];
  const values = cells.filter((cell) => !isBlank(cell)).length - texts.length;
  const distinct = new Set(texts);
  if (distinct.size < 2) return 0;
  for (const kind of importedKinds) {
    const fields = new Set<Field>();
    let score = 0;
    for (const text of distinct) {
      const match = matchHeader(kind, text)[0];
      if (match === undefined || fields.has(match.spec.field)) continue;
      fields.add(match.spec.field);
      score += match.confidence;
    }
    best = Math.max(best, score);
  }
  return best - values * 0.5;
}

/** A first row of nothing but different texts above rows that also hold values: a header in words nobody taught us. */
function plainHeader(sheet: Sheet): SheetRow | undefined {
  return sheet.rows.slice(0, searched).find(({ cells }) => {
    const filled = cells.filter((cell) => !isBlank(cell));
    return filled.length >= 2 && filled.every((cell) => typeof cell === 'string');
  });
}

/** Nothing better can follow a row whose cells, three at least, nearly all name fields. */
function isComplete(cells: readonly Cell[], score: number): boolean {
  return score >= 3 && score >= 0.9 * cells.filter((cell) => !isBlank(cell)).length;
}

/** The row that names the columns; undefined where there is none. The better match wins, then the upper row. */
export function findHeader(sheet: Sheet): SheetRow | undefined {
  let best: SheetRow | undefined;
  let bestScore = 1.5;
  for (const row of sheet.rows.slice(0, searched)) {
    const cells = filledCells(sheet, row);
    const score = headerScore(cells);
    if (score <= bestScore + 0.01) continue;
    best = row;
    bestScore = score;
    if (isComplete(cells, score)) break;
  }
  return best === undefined ? plainHeader(sheet) : lowestStorey(sheet, best);
}

/** A header in two storeys ends with the lower one. */
function lowestStorey(sheet: Sheet, header: SheetRow): SheetRow {
  const below = sheet.rows[sheet.rows.indexOf(header) + 1];
  return below !== undefined && upperHeader(sheet, below.number) !== undefined ? below : header;
}

/** Header texts by column, wide enough for the data below. */
export function headersOf(sheet: Sheet, headerRow: number): string[] {
  const row = sheet.rows.find(({ number }) => number === headerRow);
  const headers = row === undefined ? [] : headerTexts(sheet, row);
  const below = sheet.rows.filter(({ number }) => number > headerRow).slice(0, 50);
  const width = Math.min(Math.max(headers.length, ...below.map(({ cells }) => cells.length)), 16_384);
  return Array.from({ length: width }, (_, column) => headers[column] ?? '');
}

function headerTexts(sheet: Sheet, row: SheetRow): string[] {
  const upper = upperHeader(sheet, row.number);
  if (upper === undefined) return filledCells(sheet, row).map((cell) => cellText(cell).trim());
  return upper.texts.map((text, column) => joinHeaders(text, cellText(row.cells[column]).trim()));
}
