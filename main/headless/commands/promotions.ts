import type { PromotionDraft } from '#app/calendar/plan-promotion.ts';
import { listQuery } from '#app/core/listing.ts';
import { readDiscount } from '#app/exchange/read-discount.ts';
import { catalogueOf } from '#app/i18n/catalogue.ts';
import type { Language } from '#app/i18n/translation.ts';
import { listPromotions } from '#db/queries/calendar/promotion-list.ts';
import type { PromotionRow } from '#db/queries/calendar/promotion-list.ts';
import { cancelPromotion, getPromotion, insertPromotion } from '#db/queries/calendar/promotions.ts';
import { everyRow } from '#db/queries/lists/paging.ts';

import type { Context } from '../../server/context.ts';
import { aligned, dayOption, textOption } from './command.ts';
import type { Command, CommandOutcome, ParsedArguments } from './command.ts';

type Step = (context: Context, parsed: ParsedArguments, language: Language) => Promise<CommandOutcome>;

const states = ['planned', 'running', 'past', 'cancelled'] as const;
const usages: Readonly<Record<string, string>> = {
  list: `promotions list [--state ${states.join('|')}]`,
  add: 'promotions add NAME --from DAY --to DAY [--discount 20%] [--category NAME | --products CODE,CODE]',
  cancel: 'promotions cancel ID',
};
const steps: Readonly<Record<string, Step>> = { list, add, cancel };

function discountOf(parsed: ParsedArguments): number | null {
  const text = textOption(parsed, 'discount');
  if (text === undefined) return null;
  const read = readDiscount(text);
  if (read === null) throw new Error(`--discount ${text}: 20% | 8折`);
  return read.discount;
}

function check(parsed: ParsedArguments): void {
  const [name = '', ...given] = parsed.positionals;
  const usage = Object.hasOwn(usages, name) ? usages[name] : undefined;
  if (usage === undefined) throw new Error(`promotions ${name}: ${Object.keys(usages).join(' | ')}`);
  const state = textOption(parsed, 'state');
  const days = [dayOption(parsed, 'from'), dayOption(parsed, 'to')];
  const isFine =
    given.length === (name === 'list' ? 0 : 1) &&
    (state === undefined || (name === 'list' && states.some((known) => known === state))) &&
    (name !== 'add' || !days.includes(undefined)) &&
    (textOption(parsed, 'category') === undefined || textOption(parsed, 'products') === undefined);
  if (!isFine) throw new Error(usage);
  discountOf(parsed);
}

/** Promotions: which there are, a new one, and one that is not to be. Many at once come by `import`. */
export const promotionsCommand: Command = {
  options: {
    state: { type: 'string' },
    from: { type: 'string' },
    to: { type: 'string' },
    discount: { type: 'string' },
    category: { type: 'string' },
    products: { type: 'string' },
  },
  check,
  run: (context, parsed, language) => {
    const step = steps[parsed.positionals[0] ?? ''];
    if (step === undefined) throw new Error('the arguments were not checked');
    return step(context, parsed, language);
  },
};

async function list(context: Context, parsed: ParsedArguments, language: Language): Promise<CommandOutcome> {
  const state = textOption(parsed, 'state');
  const query = {
    ...listQuery.parse({ filters: state === undefined ? {} : { state } }),
    pageSize: everyRow,
  };
  const { rows } = await listPromotions(context.store.read, query, context.clock.today());
  const { commandLine } = catalogueOf(language);
  const table = rows.map((row) => [row.id, row.firstDay, row.lastDay, ...wordsOf(row, language), row.name]);
  return { exit: 0, json: { promotions: rows }, text: aligned([commandLine.promotionsHeader, ...table]) };
}

function wordsOf({ discount, scope, category, products, isCancelled }: PromotionRow, language: Language) {
  const { calendar, calendarWords } = catalogueOf(language);
  const chosen = calendar.promotions.chosen({ count: String(products) });
  const covers = scope === 'category' ? category : scope === 'products' ? chosen : calendarWords.scopes.all;
  const off = discount === null ? '' : `${String(discount / 100)}%`;
  return [off, covers, isCancelled ? calendarWords.states.cancelled : ''];
}

async function add(context: Context, parsed: ParsedArguments, language: Language): Promise<CommandOutcome> {
  const { store, clock, actor } = context;
  const draft = await draftOf(context, parsed);
  const audit = { actor, action: 'create', entity: 'promotion', detail: draft };
  const id = await store.transact(audit, ({ trx }) => insertPromotion(trx, draft, clock.now()));
  const promotion = await getPromotion(store.read, id);
  const { name, firstDay, lastDay } = promotion;
  const text = catalogueOf(language).commandLine.promotionAdded({ id, name, firstDay, lastDay });
  return { exit: 0, json: { promotion }, text };
}

/** As given; a code that no product has is told with all else that is wrong. */
async function draftOf({ store }: Context, parsed: ParsedArguments): Promise<PromotionDraft> {
  const firstDay = dayOption(parsed, 'from');
  const lastDay = dayOption(parsed, 'to');
  if (firstDay === undefined || lastDay === undefined) throw new Error('the arguments were not checked');
  const category = textOption(parsed, 'category') ?? '';
  const codes = (textOption(parsed, 'products') ?? '').split(/[,，]/u).flatMap((code) => code.trim() || []);
  const found =
    codes.length === 0
      ? []
      : await store.read.selectFrom('product').select(['id', 'code']).where('code', 'in', codes).execute();
  const ids = new Map(found.map(({ id, code }) => [code, id]));
  return {
    name: parsed.positionals[1] ?? '',
    firstDay,
    lastDay,
    discount: discountOf(parsed),
    scope: codes.length > 0 ? 'products' : category === '' ? 'all' : 'category',
    category,
    products: codes.map((code) => ({ productId: ids.get(code) ?? code, discount: null })),
    note: '',
  };
}

async function cancel(
  { store, clock, actor }: Context,
  parsed: ParsedArguments,
  language: Language,
): Promise<CommandOutcome> {
  const id = parsed.positionals[1] ?? '';
  const { version, name, isCancelled } = await getPromotion(store.read, id);
  if (!isCancelled) {
    const audit = { actor, action: 'cancel', entity: 'promotion', entityId: id };
    await store.transact(audit, ({ trx }) => cancelPromotion(trx, { id, version }, true, clock.now()));
  }
  const text = catalogueOf(language).calendar.promotions.cancelled({ name });
  return { exit: 0, json: { id, name, isCancelled: true }, text };
}
