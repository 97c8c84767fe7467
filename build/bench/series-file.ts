/** Every problem of the file is named with its line. */
export interface SeriesFile {
  readonly series: ReadonlyMap<string, Float64Array>;
  readonly problems: readonly string[];
}

/**
 * A long CSV: `id,t,y[,set]` (rows of set `test` are left out) or `id,date,y`, further columns ignored. Rows of one series may come in
 * any order of time; an empty, NA or NaN value is unknown. A value below zero counts as zero: net returns are no demand.
 */
export function readSeries(text: string): SeriesFile {
  const [head = '', ...lines] = text.replace(/^\uFEFF/u, '').split(/\r?\n/u);
  const columns = head.split(',').map((name) => name.trim().toLowerCase());
  const [id, value, set] = [columns.indexOf('id'), columns.indexOf('y'), columns.indexOf('set')];
  const time = Math.max(columns.indexOf('t'), columns.indexOf('date'));
  if (id < 0 || value < 0 || time < 0)
    return {
      series: new Map(),
      problems: [`line 1: found “${head}”, expected the columns id, t or date, and y`],
    };
  const problems: string[] = [];
  const rows = new Map<string, Map<number, number>>();
  const table = lines.map((line) => line.split(',').map((cell) => cell.trim().replaceAll('"', '')));
  const dates = new Set(
    table.filter((cells) => cells.length > 1).map((cells) => (cells[time] ?? '').slice(8, 10)),
  );
  const monthly = dates.size === 1 && columns[time] === 'date';
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '') continue;
    const cells = table[index] ?? [];
    if (set >= 0 && cells[set] === 'test') continue;
    const [series, at] = [cells[id] ?? '', timeOf(cells[time] ?? '', monthly)];
    const y = numberOf(cells[value] ?? '');
    if (series === '' || at === null || y === null) {
      problems.push(`line ${index + 2}: found “${line}”, expected an id, a time and a number`);
      continue;
    }
    const of = rows.get(series) ?? new Map<number, number>();
    rows.set(series, of);
    if (of.has(at)) problems.push(`line ${index + 2}: “${series}” has ${cells[time] ?? ''} twice`);
    of.set(at, y);
  }
  const ordered = [...rows].map(([series, of]): [string, Float64Array] => [
    series,
    inOrder(of, columns[time] === 't'),
  ]);
  return { series: new Map(ordered), problems };
}

/** Steps of time that the file leaves out are unknown; a longer gap than this is a mistake of the file. */
const longestSeries = 100_000;

function inOrder(of: ReadonlyMap<number, number>, counted: boolean): Float64Array {
  const times = [...of.keys()].toSorted((left, right) => left - right);
  const first = times[0] ?? 0;
  const common = times.reduce((all, time) => divisor(all, time - first), 0);
  const step = counted ? 1 : common || 1;
  const length = ((times.at(-1) ?? first) - first) / step + 1;
  if (length > longestSeries) return Float64Array.from(times, (time) => of.get(time) ?? NaN);
  const values = new Float64Array(length).fill(NaN);
  for (const [time, y] of of) values[(time - first) / step] = y;
  return values;
}

function divisor(left: number, right: number): number {
  return right === 0 ? left : divisor(right, left % right);
}

/** A count of steps, or a day: of months (all on one day of the month) their number, else the number of the day. Null where it is neither. */
function timeOf(cell: string, monthly: boolean): number | null {
  if (/^-?\d{1,9}$/u.test(cell)) return Number(cell);
  const [, year, month, date] = /^(\d{4})-(\d{2})(?:-(\d{2}))?/u.exec(cell) ?? [];
  if (year === undefined || month === undefined) return null;
  if (monthly) return 12 * Number(year) + Number(month);
  const day = Date.UTC(Number(year), Number(month) - 1, Number(date ?? '1')) / 86_400_000;
  return Number.isFinite(day) ? day : null;
}

/** Null where it is no number; NaN where it is unknown. */
function numberOf(cell: string): number | null {
  if (cell === '' || cell === 'NA' || cell === 'NaN') return NaN;
  const value = Number(cell);
  return Number.isFinite(value) ? Math.max(0, value) : null;
}
