import { listQuery } from '#app/core/listing.ts';
import { formatFen } from '#app/core/fen.ts';
import { catalogueOf } from '#app/i18n/catalogue.ts';
import type { Language } from '#app/i18n/translation.ts';
import { purchaseStatuses } from '#app/orders/purchase-states.ts';
import { everyRow } from '#db/queries/lists/paging.ts';
import { listPurchases } from '#db/queries/orders/purchase-list.ts';
import { getPurchaseByNumber } from '#db/queries/orders/purchase-state.ts';

import { changePurchase } from '../../orders/change-purchase.ts';
import { confirmPurchase } from '../../orders/purchase-steps.ts';
import type { Context } from '../../server/context.ts';
import { aligned, dayOption, flag, textOption } from './command.ts';
import type { Command, CommandOutcome, ParsedArguments } from './command.ts';
import { importFile } from './import-file.ts';

type Step = (context: Context, parsed: ParsedArguments, language: Language) => Promise<CommandOutcome>;

interface StepUsage {
  readonly run: Step;
  /** Says what is wrong with what stands behind the name of the step. */
  readonly check: (parsed: ParsedArguments, given: readonly string[]) => string | null;
}

const steps: Readonly<Record<string, StepUsage>> = {
  list: { run: list, check: (parsed, given) => (given.length > 0 ? 'orders list' : wrongStatus(parsed)) },
  confirm: { run: confirm, check: wrongConfirm },
  close: { run: close, check: (_, given) => (given.length === 1 ? null : 'orders close NUMBER') },
};

function wrongStatus(parsed: ParsedArguments): string | null {
  const status = textOption(parsed, 'status');
  const known = status === undefined || purchaseStatuses.some((name) => name === status);
  return known ? null : `--status ${status}: ${purchaseStatuses.join(' | ')}`;
}

/** A file says what is confirmed and when; without one everything is, and the person says when. */
function wrongConfirm(parsed: ParsedArguments, given: readonly string[]): string | null {
  const all = flag(parsed, 'all');
  const hasDay = dayOption(parsed, 'expected') !== undefined;
  const isFine = all ? given.length === 1 : given.length === 2 && !hasDay;
  return isFine ? null : 'orders confirm NUMBER FILE | orders confirm NUMBER --all [--expected DAY]';
}

function stepOf(parsed: ParsedArguments): StepUsage {
  const [name = ''] = parsed.positionals;
  const step = Object.hasOwn(steps, name) ? steps[name] : undefined;
  if (step === undefined) throw new Error(`orders ${name}: ${Object.keys(steps).join(' | ')}`);
  return step;
}

/** Orders to HQ: which there are, what HQ confirmed, and that no more is to come. */
export const ordersCommand: Command = {
  options: {
    status: { type: 'string' },
    all: { type: 'boolean' },
    expected: { type: 'string' },
    'dry-run': { type: 'boolean' },
    'skip-rejected': { type: 'boolean' },
  },
  check: (parsed) => {
    const wrong = stepOf(parsed).check(parsed, parsed.positionals.slice(1));
    if (wrong !== null) throw new Error(wrong);
  },
  run: (context, parsed, language) => stepOf(parsed).run(context, parsed, language),
};

async function list(context: Context, parsed: ParsedArguments, language: Language): Promise<CommandOutcome> {
  const status = textOption(parsed, 'status');
  const query = {
    ...listQuery.parse({ filters: status === undefined ? {} : { status } }),
    pageSize: everyRow,
  };
  const { rows } = await listPurchases(context.store.read, query, context.clock.today());
  const { commandLine, orderWords } = catalogueOf(language);
  const table = rows.map((row) => [
    row.number,
    row.day,
    orderWords.statuses[row.status],
    row.expectedDay ?? '',
    ...[row.units, row.received, row.open].map(String),
    formatFen(row.openAmount),
  ]);
  return { exit: 0, json: { orders: rows }, text: aligned([commandLine.ordersHeader, ...table]) };
}

async function confirm(
  context: Context,
  parsed: ParsedArguments,
  language: Language,
): Promise<CommandOutcome> {
  const [, wanted = '', file] = parsed.positionals;
  const order = await getPurchaseByNumber(context.store.read, wanted);
  if (file !== undefined) {
    // Only what the file confirms of this order; other sheets of it are left alone.
    return importFile(context, { ...parsed, positionals: [file] }, language, {
      options: { onlyOrder: order.number },
      choose: ({ guesses }) =>
        Object.fromEntries(
          guesses.map(({ name, kind }) => [name, kind === 'orderConfirmation' ? {} : { kind: 'other' }]),
        ),
    });
  }
  const expectedDay = dayOption(parsed, 'expected');
  const changed = await confirmPurchase(context, order, {
    ...(expectedDay === undefined ? {} : { expectedDay }),
    lines: order.state.lines.map(({ line, quantity }) => ({ line, confirmed: quantity })),
  });
  return outcomeOf(changed, language);
}

async function close(context: Context, parsed: ParsedArguments, language: Language): Promise<CommandOutcome> {
  const order = await getPurchaseByNumber(context.store.read, parsed.positionals[1] ?? '');
  return outcomeOf(await changePurchase(context, order, 'close'), language);
}

function outcomeOf(
  { id, number, status }: Awaited<ReturnType<typeof changePurchase>>,
  language: Language,
): CommandOutcome {
  const { commandLine, orderWords } = catalogueOf(language);
  const text = commandLine.orderIs({ number, status: orderWords.statuses[status] });
  return { exit: 0, json: { id, number, status }, text };
}
