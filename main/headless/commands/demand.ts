import { appError } from '#app/core/errors.ts';
import { markInput } from '#app/forecast/demand/mark-input.ts';
import { catalogueOf } from '#app/i18n/catalogue.ts';
import type { Language } from '#app/i18n/translation.ts';

import { readLookAlikes } from '#db/queries/demand/look-alikes.ts';

import { setLookAlike } from '../../demand/change-look-alike.ts';
import { addMark, takeMarkAway } from '../../demand/change-marks.ts';
import { readDemandHistory } from '../../demand/demand-history.ts';
import type { Context } from '../../server/context.ts';
import { aligned, dayOption, flag, positionals, textOption } from './command.ts';
import type { Command, ParsedArguments } from './command.ts';

/**
 * `demand CODE`: what counts of a product's sales and what was changed. `--mark KIND --from DAY --to DAY` marks days, with
 * `--quantity`, `--other CODE` and `--note` where they belong; `--unmark ID` takes a mark away. `--like OTHER` names what a young
 * product will sell like, `--factor 80` how much of it; `--unlike` takes that away.
 */
export const demandCommand: Command = {
  options: {
    mark: { type: 'string' },
    from: { type: 'string' },
    to: { type: 'string' },
    quantity: { type: 'string' },
    other: { type: 'string' },
    note: { type: 'string' },
    unmark: { type: 'string' },
    like: { type: 'string' },
    factor: { type: 'string' },
    unlike: { type: 'boolean' },
  },
  check: (parsed) => {
    positionals(parsed, 'CODE');
    const [from, to] = [dayOption(parsed, 'from'), dayOption(parsed, 'to')];
    const isMarking = textOption(parsed, 'mark') !== undefined;
    if (isMarking && (from === undefined || to === undefined))
      throw new Error('--mark KIND --from DAY --to DAY');
    if (isMarking && textOption(parsed, 'unmark') !== undefined) throw new Error('--mark | --unmark');
    checkLike(parsed);
  },
  run: async (context, parsed, language) => {
    const [code = ''] = positionals(parsed, 'CODE');
    const productId = await idOf(context, code);
    const marked = await write(context, parsed, productId);
    await writeLike(context, parsed, productId);
    const history = await readDemandHistory(context.store.read, productId, context.clock.today());
    return { exit: 0, json: { ...history, ...marked }, text: textOf(history, language) };
  },
};

function checkLike(parsed: ParsedArguments): void {
  const like = textOption(parsed, 'like');
  const factor = textOption(parsed, 'factor');
  if (like !== undefined && flag(parsed, 'unlike')) throw new Error('--like | --unlike');
  if (factor !== undefined && (like === undefined || !/^[1-9]\d{0,2}$|^1000$/u.test(factor)))
    throw new Error('--like CODE --factor 1…1000');
}

async function writeLike(context: Context, parsed: ParsedArguments, productId: string): Promise<void> {
  const other = textOption(parsed, 'like');
  if (other === undefined && !flag(parsed, 'unlike')) return;
  const [stored] = await readLookAlikes(context.store.read, [productId]);
  const factorPercent = Number(textOption(parsed, 'factor') ?? 100);
  const like = other === undefined ? null : { otherProductId: await idOf(context, other), factorPercent };
  if (like?.otherProductId === productId)
    throw appError('input.invalid', { field: 'like', found: other ?? '', expected: '≠ CODE' });
  await setLookAlike(context, { productId, like, version: stored?.version ?? 0 });
}

async function idOf({ store }: Context, code: string): Promise<string> {
  const row = await store.read.selectFrom('product').select('id').where('code', '=', code).executeTakeFirst();
  if (row === undefined) throw appError('notFound', { what: 'product', id: code });
  return row.id;
}

async function write(
  context: Context,
  parsed: ParsedArguments,
  productId: string,
): Promise<{ readonly marked?: string; readonly unmarked?: string }> {
  const unmark = textOption(parsed, 'unmark');
  if (unmark !== undefined) {
    const row = await context.store.read
      .selectFrom('demand_mark')
      .select('version')
      .where('id', '=', unmark)
      .executeTakeFirst();
    await takeMarkAway(context, { id: unmark, version: row?.version ?? 0 });
    return { unmarked: unmark };
  }
  const kind = textOption(parsed, 'mark');
  if (kind === undefined) return {};
  const other = textOption(parsed, 'other');
  const quantity = textOption(parsed, 'quantity');
  const mark = markInput.safeParse({
    productId,
    kind,
    firstDay: textOption(parsed, 'from'),
    lastDay: textOption(parsed, 'to'),
    quantity: quantity === undefined ? null : Number(quantity),
    otherProductId: other === undefined ? null : await idOf(context, other),
    note: textOption(parsed, 'note') ?? '',
  });
  if (mark.success) return { marked: (await addMark(context, mark.data)).id };
  const [issue] = mark.error.issues;
  const field = issue?.path.join('.') ?? '';
  throw appError('input.invalid', {
    field,
    found: textOption(parsed, field) ?? '',
    expected: issue?.message ?? '',
  });
}

function textOf(
  {
    product,
    knownUntil,
    demandClass,
    abcXyz,
    lookAlike,
    weeks,
    changes,
  }: Awaited<ReturnType<typeof readDemandHistory>>,
  language: Language,
): string {
  const { demand: words, reorder } = catalogueOf(language);
  const rows = changes.map((change) => {
    const { firstDay, lastDay } = 'day' in change ? { firstDay: change.day, lastDay: change.day } : change;
    const id = 'markId' in change ? (change.markId ?? '') : (change.order?.number ?? '');
    return [words.days({ first: firstDay, last: lastDay }), words.kinds[change.kind], id];
  });
  return [
    [
      `${product.code} ${product.name}`,
      ...(abcXyz === null ? [] : [abcXyz]),
      reorder.panel.demandClass[demandClass],
      words.knownUntil({ day: knownUntil }),
    ].join(' · '),
    ...(lookAlike === null
      ? []
      : [
          words.like.set({
            product: `${lookAlike.code} ${lookAlike.name}`,
            factor: String(lookAlike.factorPercent),
          }),
        ]),
    '',
    aligned(
      weeks
        .slice(-12)
        .map(({ week, sold, counted }) => [
          words.week({ day: week }),
          `${words.sold} ${sold}`,
          counted === null ? words.missing : `${words.counted} ${Math.round(counted)}`,
        ]),
    ),
    '',
    rows.length === 0 ? words.noChanges : aligned(rows),
  ].join('\n');
}
