import { appendFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';

/** One line an event. Business data does not belong in it. */
export interface Log {
  warn(event: string, detail?: Readonly<Record<string, unknown>>): void;
  /** Returns the trace id that the person is shown. */
  error(event: string, error: unknown): string;
}

/** Appends to `logs/YYYY-MM.log` in the data directory; a log that cannot be written never stops the work. */
export function createLog(directory: string, now: () => Date = () => new Date()): Log {
  const logs = join(directory, 'logs');
  const write = (level: string, event: string, detail: Readonly<Record<string, unknown>>): void => {
    const at = now().toISOString();
    try {
      mkdirSync(logs, { recursive: true });
      appendFileSync(
        join(logs, `${at.slice(0, 7)}.log`),
        `${JSON.stringify({ at, level, event, ...detail })}\n`,
      );
    } catch {
      process.stderr.write(`${level} ${event} ${JSON.stringify(detail)}\n`);
    }
  };
  return {
    warn: (event, detail = {}) => {
      write('warn', event, detail);
    },
    error: (event, error) => {
      const traceId = Math.floor(now().getTime()).toString(36).toUpperCase() + randomTail();
      const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
      write('error', event, { traceId, stack });
      return traceId;
    },
  };
}

function randomTail(): string {
  return Math.floor(Math.random() * 1296)
    .toString(36)
    .padStart(2, '0')
    .toUpperCase();
}
