import { appError } from '#app/core/errors.ts';
import type { BusinessDay } from '#app/core/business-day.ts';
import { formatFen } from '#app/core/fen.ts';
import { listQuery } from '#app/core/listing.ts';
import { catalogueOf } from '#app/i18n/catalogue.ts';
import type { Language } from '#app/i18n/translation.ts';
import { slowReasonText } from '#app/i18n/slow-reason.ts';
import { everyRow } from '#db/queries/lists/paging.ts';
import { defaultSlowDays, listSlowStock, slowStockTotals } from '#db/queries/lists/slow-stock.ts';
import { stockTotals } from '#db/queries/lists/stock.ts';
import { readNearExpiry } from '#db/queries/stock/near-expiry.ts';
import { stockOnDay } from '#db/queries/stock/on-day.ts';
import type { ReadAccess } from '#db/store.ts';

import type { Context } from '../../server/context.ts';
import { aligned, dayOption, positionals, textOption } from './command.ts';
import type { Command, CommandOutcome, ParsedArguments } from './command.ts';

const usage = 'balance CODE | value | slow';

function daysOf(parsed: ParsedArguments): number {
  const text = textOption(parsed, 'days') ?? String(defaultSlowDays);
  const days = Number(text);
  if (!Number.isSafeInteger(days) || days < 1 || days > 3650) throw new Error(`--days ${text}: 1 – 3650`);
  return days;
}

export const stockCommand: Command = {
  options: { day: { type: 'string' }, warehouse: { type: 'string' }, days: { type: 'string' } },
  check: (parsed) => {
    const [what = ''] = parsed.positionals;
    if (what === 'balance') positionals(parsed, 'balance', 'CODE');
    else if (what === 'value' || what === 'slow') positionals(parsed, what);
    else throw new Error(`${what}: ${usage}`);
    dayOption(parsed, 'day');
    daysOf(parsed);
  },
  run: async ({ store, clock }: Context, parsed, language) => {
    const db = store.read;
    const [what = '', code = ''] = parsed.positionals;
    const day = dayOption(parsed, 'day') ?? clock.today();
    const warehouse = textOption(parsed, 'warehouse');
    if (warehouse !== undefined) await refuseUnknown(db, warehouse);
    if (what === 'balance') return balance(db, { code, day, warehouse }, language);
    if (what === 'value') return value(db, { day, today: clock.today(), warehouse }, language);
    return slow(db, { days: daysOf(parsed), today: clock.today(), warehouse }, language);
  },
};

async function refuseUnknown(db: ReadAccess, code: string): Promise<void> {
  const found = db.selectFrom('warehouse').select('id').where('code', '=', code);
  if ((await found.executeTakeFirst()) === undefined)
    throw appError('notFound', { what: 'warehouse', id: code });
}

interface BalanceAsked {
  readonly code: string;
  readonly day: BusinessDay;
  readonly warehouse: string | undefined;
}

async function balance(
  db: ReadAccess,
  { code, day, warehouse }: BalanceAsked,
  language: Language,
): Promise<CommandOutcome> {
  const product = await db
    .selectFrom('product')
    .select(['id', 'code', 'name', 'unit'])
    .where('code', '=', code)
    .executeTakeFirst();
  if (product === undefined) throw appError('notFound', { what: 'product', id: code });
  const found = await stockOnDay(db, product.id, day);
  const warehouses = found.warehouses.filter((row) => warehouse === undefined || row.code === warehouse);
  const sum = (key: 'quantity' | 'value') => warehouses.reduce((total, row) => total + row[key], 0);
  const { commandLine: words, stock } = catalogueOf(language);
  const lines = warehouses.flatMap((row) =>
    row.lots.map((lot) => [row.name, lot.lot ?? stock.lotless, lot.expiryDay ?? '', String(lot.quantity)]),
  );
  const head = words.stockBalance({
    product: `${product.code} ${product.name}`,
    day,
    units: `${sum('quantity')} ${product.unit}`.trim(),
    value: formatFen(sum('value') as typeof found.value),
  });
  const json = { product, day, quantity: sum('quantity'), value: sum('value'), warehouses };
  return { exit: 0, json, text: [head, aligned(lines)].filter((line) => line !== '').join('\n') };
}

async function value(
  db: ReadAccess,
  { day, today, warehouse }: Omit<BalanceAsked, 'code'> & { readonly today: BusinessDay },
  language: Language,
): Promise<CommandOutcome> {
  const filters = {
    ...(warehouse === undefined ? {} : { warehouse }),
    ...(day < today ? { asOf: day } : {}),
  };
  const totals = await stockTotals(db, listQuery.parse({ filters }), await readNearExpiry(db, today));
  const text = catalogueOf(language).commandLine.stockValue({
    day,
    products: totals.products,
    units: totals.onHand,
    value: formatFen(totals.value),
  });
  return { exit: 0, json: { day, ...totals }, text };
}

async function slow(
  db: ReadAccess,
  asked: { readonly days: number; readonly today: BusinessDay; readonly warehouse: string | undefined },
  language: Language,
): Promise<CommandOutcome> {
  const { days, today, warehouse } = asked;
  const filters = { days: String(days), ...(warehouse === undefined ? {} : { warehouse }) };
  const query = { ...listQuery.parse({ filters }), pageSize: everyRow };
  const { rows } = await listSlowStock(db, query, { today });
  const totals = await slowStockTotals(db, query, { today });
  const { slowStock: words } = catalogueOf(language);
  const lines = rows.map((row) => [
    row.code,
    row.name,
    words.actions[row.action],
    String(row.units),
    formatFen(row.value),
    slowReasonText(row, language),
  ]);
  const head = words.totals({ products: String(totals.products), value: formatFen(totals.value) });
  return { exit: 0, json: { days, ...totals, rows }, text: [head, aligned(lines)].join('\n') };
}
