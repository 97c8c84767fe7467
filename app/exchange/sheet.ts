import type { BusinessDay } from '../core/business-day.ts';

/** A cell formatted as a date: the calendar day it shows, read without a time zone. */
export interface DayCell {
  readonly day: BusinessDay;
}

/** A cell holding a spreadsheet error such as `#N/A`. */
export interface ErrorCell {
  readonly error: string;
}

/** What one cell holds. Text stays text (codes, barcodes, phone numbers); formulas are given by their value; `null` is empty. */
export type Cell = string | number | boolean | DayCell | ErrorCell | null;

export interface SheetRow {
  /** As the spreadsheet shows it, counted from 1. */
  readonly number: number;
  /** From column A on; may be shorter than the sheet is wide. Missing cells are empty. */
  readonly cells: readonly Cell[];
}

/** Rows and columns counted from 0, both ends included. */
export interface MergedRange {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export interface Sheet {
  readonly name: string;
  readonly hidden: boolean;
  /** Rows that hold at least one cell, in order. */
  readonly rows: readonly SheetRow[];
  readonly merges: readonly MergedRange[];
}

export type FileFormat = 'xlsx' | 'xls' | 'csv';
export type TextEncoding = 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be';

/** A file as read: nothing interpreted yet. */
export interface Workbook {
  readonly format: FileFormat;
  /** Only for text files. */
  readonly encoding?: TextEncoding;
  readonly sheets: readonly Sheet[];
}

/** 0 → A, 25 → Z, 26 → AA. */
export function columnLetter(index: number): string {
  let rest = index;
  let letters = '';
  do {
    letters = String.fromCodePoint(65 + (rest % 26)) + letters;
    rest = Math.floor(rest / 26) - 1;
  } while (rest >= 0);
  return letters;
}
