import { appError } from '#app/core/errors.ts';
import type { TextEncoding, Workbook } from '#app/exchange/sheet.ts';
import { readCsv } from './csv.ts';
import { recogniseFormat } from './file-format.ts';
import { defaultLimits, type ReadContext, type ReadLimits } from './limits.ts';
import { readXls } from './xls.ts';
import { readXlsx } from './xlsx.ts';

export interface ReadOptions {
  /**
   * The file's name: for messages, and the sheet name of a text file. The content alone says what the file
   * is.
   */
  readonly name: string;
  /** Text files only; recognised when absent. */
  readonly encoding?: TextEncoding | undefined;
  /** Called with steps done and steps in all; what a step is depends on the format. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
  readonly limits?: ReadLimits | undefined;
}

/**
 * Reads a spreadsheet file: .xlsx, .xls or a text table, told apart by content. The one door to all readers;
 * synchronous, for use in a worker thread. Throws `file.empty`, `file.tooLarge`, `file.tooManyRows`,
 * `file.tooManyCells`, `file.expandsTooFar`, `file.unknownType`, `file.encrypted`, `file.damaged`.
 */
export function readWorkbook(bytes: Uint8Array, options: ReadOptions): Workbook {
  const { name, limits = defaultLimits, onProgress = () => {} } = options;
  const context: ReadContext = { name, limits, progress: onProgress };
  if (bytes.length === 0) throw appError('file.empty', { name });
  if (bytes.length > limits.fileBytes) {
    throw appError('file.tooLarge', { name, bytes: bytes.length, limit: limits.fileBytes });
  }
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const workbook = readAs(buffer, options.encoding, context);
  if (workbook.sheets.every(({ rows }) => rows.length === 0)) throw appError('file.empty', { name });
  return workbook;
}

function readAs(bytes: Buffer, encoding: TextEncoding | undefined, context: ReadContext): Workbook {
  switch (recogniseFormat(bytes)) {
    case 'zip':
      return readXlsx(bytes, context);
    case 'compound':
      return readXls(bytes, context);
    case 'text':
      return readCsv(bytes, encoding, context);
    case 'other':
      throw appError('file.unknownType', { name: context.name });
  }
}
