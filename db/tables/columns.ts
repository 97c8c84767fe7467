import type { ColumnType } from 'kysely';

/** A column that may be left out of an insert because the table has a default for it. */
export type Default<T> = ColumnType<T, T | undefined, T>;

/** JSON as text; what it holds is said where it is written. */
export type Json = string;

/** An instant, ISO 8601 in UTC with milliseconds. */
export type Instant = string;
