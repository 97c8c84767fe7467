import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = process.env['ZONGDAI_DATA'] ?? fileURLToPath(new URL('../../../shared/data/', import.meta.url));

/** The path of a file of real data, or undefined where this machine does not have it. */
export function realData(name: string): string | undefined {
  const path = `${root.replace(/[\\/]$/u, '')}/${name}`;
  return existsSync(path) ? path : undefined;
}

export const rihua = realData('rihua/日化.xlsx');
export const onlineRetail = realData('online_retail/online_retail.csv.gz');
