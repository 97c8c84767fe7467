import { appError, type AppError } from '#app/core/errors.ts';

/** What a file may ask of this machine before it is refused. */
export interface ReadLimits {
  /** Bytes of the file as it lies on disk. */
  readonly fileBytes: number;
  /** Rows of one sheet. */
  readonly rows: number;
  /** Columns of one sheet. */
  readonly columns: number;
  /** Cells of all sheets together, empty ones left of a filled one included. */
  readonly cells: number;
  /** Unpacked bytes per packed byte; only asked of files that unpack to more than `freeBytes`. */
  readonly ratio: number;
  readonly freeBytes: number;
  /** Unpacked bytes, whatever the ratio. */
  readonly unpackedBytes: number;
}

/** Rows and columns are Excel's own limits. */
export const defaultLimits: ReadLimits = {
  fileBytes: 50 * 1024 * 1024,
  rows: 1_048_576,
  columns: 16_384,
  cells: 20_000_000,
  ratio: 100,
  freeBytes: 20 * 1024 * 1024,
  unpackedBytes: 1024 * 1024 * 1024,
};

/** What every part of a reader needs to know of the reading it belongs to. */
export interface ReadContext {
  /** The file's name, for messages. */
  readonly name: string;
  readonly limits: ReadLimits;
  readonly progress: (done: number, total: number) => void;
}

export function damaged(context: { readonly name: string }, detail: string, cause?: unknown): AppError {
  return appError('file.damaged', { name: context.name, detail }, cause);
}

export function tooManyRows(context: ReadContext, rows: number): AppError {
  return appError('file.tooManyRows', { name: context.name, rows, limit: context.limits.rows });
}

export function tooManyCells(context: ReadContext): AppError {
  return appError('file.tooManyCells', { name: context.name, limit: context.limits.cells });
}
