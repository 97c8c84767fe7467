import { dataRows } from './data-rows.ts';
import { planConfirmations } from './plan-confirmations.ts';
import { planComponents } from './plan-components.ts';
import { planCounts } from './plan-counts.ts';
import { planDocuments } from './plan-documents.ts';
import { effectOf } from './plan-effect.ts';
import { planIssues } from './plan-issues.ts';
import { planHolidays } from './plan-holidays.ts';
import { planPromotions } from './plan-promotions.ts';
import { planWeather } from './plan-weather.ts';
import { planProducts } from './plan-products.ts';
import { planPurchases } from './plan-purchases.ts';
import { planSales } from './plan-sales.ts';
import { planStock } from './plan-stock.ts';
import { usedCustomers, usedLots } from './plan-used.ts';
import type {
  ImportOptions,
  ImportPlan,
  RowOutcome,
  SheetChoice,
  SheetGuess,
  SheetSummary,
} from './plan-types.ts';
import type { Problem } from './problem-types.ts';
import type { KnownStore } from './known-store.ts';
import { createProductIndex } from './product-index.ts';
import { recogniseSheet } from './recognise.ts';
import { createCursor } from './row-cursor.ts';
import { rejectRevisedLines } from './revised-lines.ts';
import { warnOfStock } from './short-stock.ts';
import type { ShortStock } from './short-stock.ts';
import type { PlanContext, SheetTask } from './sheet-plan.ts';
import { barcodeOwners } from './shared-barcodes.ts';
import { lotCodesOf } from './stock-lots.ts';
import { createStockBook } from './stock-book.ts';
import type { Sheet, Workbook } from './sheet.ts';

/** How many rows of how many are planned. */
export type PlanProgress = (done: number, total: number) => void;

const rowsBetweenReports = 2000;

function choiceFor(options: ImportOptions, sheet: Sheet): SheetChoice {
  return Object.hasOwn(options.choices, sheet.name) ? (options.choices[sheet.name] ?? {}) : {};
}

/** What every sheet of the file is about. */
function recogniseWorkbook(workbook: Workbook, options: ImportOptions, known: KnownStore): SheetGuess[] {
  return workbook.sheets.map((sheet) => recogniseSheet(sheet, choiceFor(options, sheet), known));
}

function newContext(
  options: ImportOptions,
  known: KnownStore,
  problems: Problem[],
  sheetNames: readonly string[],
): PlanContext {
  const stated = {
    known,
    products: createProductIndex(known),
    lots: new Map(),
    lotsOfProduct: new Map(),
    lotCodes: lotCodesOf(known),
    sets: new Map(),
  };
  return {
    ...stated,
    options,
    mode: options.mode,
    problems,
    sheetNames,
    customers: new Map(),
    orders: [],
    stock: [],
    purchases: [],
    barcodeOwners: barcodeOwners(known),
    barcodes: [],
    documents: [],
    counts: [],
    confirmations: new Map(),
    answered: new Map(),
    weather: [],
    calendarDays: [],
    promotions: new Map(),
    book: createStockBook(stated),
    seen: new Map(),
    occurrences: new Map(),
  };
}

function createTasks(
  workbook: Workbook,
  guesses: readonly SheetGuess[],
  context: PlanContext,
  onProgress: PlanProgress | undefined,
): SheetTask[] {
  const total = guesses.reduce((sum, { kind, dataRows: rows }) => sum + (kind === 'other' ? 0 : rows), 0);
  let done = 0;
  const tick = (): void => {
    done += 1;
    if (onProgress !== undefined && (done % rowsBetweenReports === 0 || done === total))
      onProgress(done, total);
  };
  return workbook.sheets.flatMap((sheet, index) => {
    const guess = guesses[index];
    if (guess === undefined || guess.kind === 'other') return [];
    const rows = dataRows(sheet, guess.headerRow, guess.skipped);
    const { problems, options } = context;
    const cursor = createCursor(guess, rows, {
      asOf: options.asOf,
      textFile: workbook.format === 'csv',
      problems,
    });
    if (sheet.hidden && rows.length > 0) {
      cursor.start({ number: Math.max(1, guess.headerRow), cells: [] });
      cursor.note(null, 'sheet.hidden', { found: sheet.name });
    }
    return [{ position: index, guess, rows, cursor, outcomes: new Map<number, RowOutcome>(), tick }];
  });
}

/**
 * Products first, because lines speak of them; then what comes in before what goes out, and counts last, because they speak of
 * what lies there after all of it.
 */
function planSheets(tasks: readonly SheetTask[], context: PlanContext): ShortStock {
  const contents = new Map<string, string>();
  const ofKind = (kind: SheetGuess['kind']): SheetTask[] => tasks.filter(({ guess }) => guess.kind === kind);
  for (const task of ofKind('products')) planProducts(context, task, contents);
  for (const task of ofKind('components')) planComponents(context, task);
  for (const task of ofKind('sales')) planSales(context, task);
  rejectRevisedLines(context, tasks);
  for (const task of ofKind('stock')) planStock(context, task);
  planDocuments(context, tasks);
  if (context.mode === 'issue') planIssues(context, tasks);
  for (const task of ofKind('purchaseOrder')) planPurchases(context, task);
  for (const task of ofKind('orderConfirmation')) planConfirmations(context, task);
  for (const task of ofKind('counts')) planCounts(context, task);
  for (const task of ofKind('promotions')) planPromotions(context, task);
  for (const task of ofKind('holidays')) planHolidays(context, task);
  for (const task of ofKind('weather')) planWeather(context, task);
  return warnOfStock(context, tasks);
}

function summarise(guess: SheetGuess, task: SheetTask | undefined, warnings: number): SheetSummary {
  const counts = { accepted: 0, corrected: 0, duplicate: 0, rejected: 0 };
  for (const outcome of task?.outcomes.values() ?? []) counts[outcome] += 1;
  return {
    name: guess.name,
    kind: guess.kind,
    rows: task?.rows.length ?? 0,
    accepted: counts.accepted + counts.corrected,
    corrected: counts.corrected,
    duplicates: counts.duplicate,
    rejected: counts.rejected,
    warnings,
    ignored: task === undefined ? guess.dataRows : 0,
  };
}

function countWarnings(problems: readonly Problem[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { sheet, severity } of problems)
    if (severity === 'warning') counts.set(sheet, (counts.get(sheet) ?? 0) + 1);
  return counts;
}

/**
 * What importing a file would do to the store, and everything that is to be said about its rows. Pure: the same file, options
 * and store give the same plan, so that what was shown is what is committed. Every data row of an imported sheet has one
 * outcome: rows = accepted + duplicates + rejected.
 */
export function planImport(
  workbook: Workbook,
  options: ImportOptions,
  known: KnownStore,
  onProgress?: PlanProgress,
): ImportPlan {
  const problems: Problem[] = [];
  const guesses = recogniseWorkbook(workbook, options, known);
  const context = newContext(
    options,
    known,
    problems,
    guesses.map(({ name }) => name),
  );
  const tasks = createTasks(workbook, guesses, context, onProgress);
  const short = planSheets(tasks, context);
  const warnings = countWarnings(problems);
  const taskOf = new Map(tasks.map((task) => [task.guess, task]));
  return {
    options,
    guesses,
    sheets: guesses.map((guess) => summarise(guess, taskOf.get(guess), warnings.get(guess.name) ?? 0)),
    problems,
    products: [...context.products.planned.values()],
    customers: usedCustomers(context),
    orders: context.orders,
    stock: context.stock,
    purchases: context.purchases,
    barcodes: context.barcodes,
    sets: [...context.sets.values()],
    lots: usedLots(context),
    documents: context.documents,
    counts: context.counts,
    confirmations: [...context.confirmations.values()],
    weather: context.weather,
    calendarDays: context.calendarDays,
    promotions: [...context.promotions.values()],
    outcomes: new Map(tasks.map(({ guess, outcomes }) => [guess.name, outcomes])),
    effect: effectOf(context, short),
  };
}
