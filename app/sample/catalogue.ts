import { fenFromYuan } from '../core/fen.ts';
import { quantity } from '../core/quantity.ts';

import { ean13 } from './barcode.ts';
import { lifeDays } from './lots.ts';
import type { Season } from './calendar.ts';
import { catalogueRows } from './catalogue-rows.ts';
import type { SampleProduct } from './types.ts';

/**
 * How a product lives: `steady` sells most days; `rare` now and then; `fading` stops selling midway and leaves its stock;
 * `launched` starts midway.
 */
export type SampleLife = 'steady' | 'rare' | 'fading' | 'launched';

/** One row of the catalogue table. */
export interface CatalogueRow {
  readonly name: string;
  readonly category: string;
  readonly subcategory: string;
  readonly unit: string;
  readonly yuan: number;
  readonly packSize: number;
  /** Sales lines on a plain day at the end of the two years. */
  readonly linesPerDay: number;
  /** Usual units of one sales line. */
  readonly perLine: number;
  readonly season: Season;
  readonly life: SampleLife;
  /** Months from production to expiry; 0 is not kept by lot. */
  readonly shelfMonths: number;
}

const prefixes: Readonly<Record<string, string>> = {
  护肤品: 'HF',
  彩妆: 'CZ',
  身体护理: 'ST',
  套装: 'TZ',
  工具: 'GJ',
};

/** What the demand simulation needs to know of a product, beside what the store keeps. */
export interface CatalogueEntry {
  readonly product: SampleProduct;
  readonly row: CatalogueRow;
}

/** The 80 products, numbered within their category. */
export function catalogue(): readonly CatalogueEntry[] {
  const counts = new Map<string, number>();
  return catalogueRows.map((row, index) => {
    const count = (counts.get(row.category) ?? 0) + 1;
    counts.set(row.category, count);
    const code = `${prefixes[row.category] ?? 'QT'}${String(count).padStart(3, '0')}`;
    return { row, product: productOf(row, code, index) };
  });
}

function productOf(row: CatalogueRow, code: string, index: number): SampleProduct {
  return {
    code,
    // 69 is the prefix of GS1 China; the company part is invented.
    barcode: ean13(`69780317${String(index + 11).padStart(4, '0')}`),
    name: row.name,
    category: row.category,
    subcategory: row.subcategory,
    unit: row.unit,
    packSize: quantity(row.packSize),
    moq: quantity(row.life === 'rare' ? row.packSize : row.packSize * 2),
    leadDays: row.category === '套装' ? 14 : row.category === '工具' ? 10 : 7,
    listPrice: fenFromYuan(row.yuan),
    purchasePrice: fenFromYuan(Math.round(row.yuan * 46.5) / 100),
    shelfLifeDays: lifeDays({ row }),
    // Invented, and plainly so; tools need none.
    registrationNumber: row.category === '工具' ? '' : `示例备字 2024${String(index + 1).padStart(6, '0')}`,
    shelf: shelfOf(row.category, index),
    status: 'active',
  };
}

/** A rack a category, eight places to a board. */
function shelfOf(category: string, index: number): string {
  const rack = 'ABCDE'[Object.keys(prefixes).indexOf(category)] ?? 'Z';
  return `${rack}-${String(Math.floor((index % 40) / 8) + 1).padStart(2, '0')}-${(index % 8) + 1}`;
}
