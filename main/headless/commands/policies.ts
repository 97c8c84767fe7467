import { appError } from '#app/core/errors.ts';
import { fenFromYuan } from '#app/core/fen.ts';
import { catalogueOf } from '#app/i18n/catalogue.ts';
import type { Language } from '#app/i18n/translation.ts';
import { policyScopes, policyTermsSchema } from '#app/replenishment/policy.ts';
import type { PolicyScope } from '#app/replenishment/policy.ts';
import { getPolicy, listPolicies } from '#db/queries/reorder-policies.ts';
import type { PolicyRow } from '#db/queries/reorder-policies.ts';

import { policiesRouter } from '../../replenishment/policies-router.ts';
import type { Context } from '../../server/context.ts';
import { aligned, textOption } from './command.ts';
import type { Command, CommandOutcome, ParsedArguments } from './command.ts';

type Step = (context: Context, parsed: ParsedArguments, language: Language) => Promise<CommandOutcome>;

const steps: Readonly<Record<string, Step>> = { list, set, remove };
const wholeNumbers = ['review', 'lead', 'moq', 'pack', 'cartons'] as const;
const usage =
  'policies list | policies remove ID | policies set default|category|supplier|product [NAME | CODE] [--review N] [--lead N|measured] ' +
  '[--service 0.97] [--moq N] [--pack N] [--cartons N] [--free-from YUAN] [--budget YUAN]';

function check(parsed: ParsedArguments): void {
  const [name = '', scope, ...rest] = parsed.positionals;
  const given = { list: 0, remove: 1, set: scope === 'default' ? 1 : 2 }[name];
  const isFine =
    given === parsed.positionals.length - 1 &&
    rest.length <= 1 &&
    (name !== 'set' || policyScopes.some((known) => known === scope));
  if (!isFine) throw new Error(usage);
  if (name === 'set') termsOf(parsed);
}

/** 补货策略: which there are, a new or changed one, and one that is not to be. */
export const policiesCommand: Command = {
  options: Object.fromEntries(
    [...wholeNumbers, 'service', 'free-from', 'budget'].map((name) => [name, { type: 'string' as const }]),
  ),
  check,
  run: (context, parsed, language) => {
    const step = steps[parsed.positionals[0] ?? ''];
    if (step === undefined) throw new Error('the arguments were not checked');
    return step(context, parsed, language);
  },
};

async function list(context: Context, _: ParsedArguments, language: Language): Promise<CommandOutcome> {
  const policies = await listPolicies(context.store.read);
  const { commandLine } = catalogueOf(language);
  const rows = policies.map((policy) => rowOf(policy, language));
  return { exit: 0, json: { policies }, text: aligned([commandLine.policiesHeader, ...rows]) };
}

function rowOf({ id, scope, code, name, terms }: PolicyRow, language: Language): string[] {
  const { reorderPolicies } = catalogueOf(language);
  const set = Object.entries(terms).filter(([, value]) => value !== null);
  return [
    id,
    reorderPolicies.scopes[scope],
    `${code} ${name}`.trim(),
    set.map(([key, value]) => `${key}=${String(value)}`).join(' '),
  ];
}

/** What is not given stays as the policy had it. */
async function set(context: Context, parsed: ParsedArguments, language: Language): Promise<CommandOutcome> {
  const scope = parsed.positionals[1] as PolicyScope;
  const of = await subjectOf(context, scope, parsed.positionals[2] ?? '');
  const before = (await listPolicies(context.store.read)).find((row) => row.scope === scope && row.of === of);
  const terms = policyTermsSchema.parse({ ...before?.terms, ...termsOf(parsed) });
  const known = before === undefined ? {} : { id: before.id, version: before.version };
  const caller = policiesRouter.createCaller(context);
  await caller.save({ ...known, scope, of, terms });
  const policy = (await listPolicies(context.store.read)).find((row) => row.scope === scope && row.of === of);
  if (policy === undefined) throw new Error('a policy that was saved is not there');
  return { exit: 0, json: { policy }, text: rowOf(policy, language).join('  ') };
}

async function remove(
  context: Context,
  parsed: ParsedArguments,
  language: Language,
): Promise<CommandOutcome> {
  const policy = await getPolicy(context.store.read, parsed.positionals[1] ?? '');
  await policiesRouter.createCaller(context).remove({ id: policy.id, version: policy.version });
  return { exit: 0, json: { removed: policy }, text: rowOf(policy, language).join('  ') };
}

/** Categories and the default are known by their name, products and suppliers by their code. */
async function subjectOf({ store }: Context, scope: PolicyScope, given: string): Promise<string> {
  if (scope === 'default') return '';
  if (scope === 'category') return given;
  const { read } = store;
  const row =
    scope === 'product'
      ? await read.selectFrom('product').select('id').where('code', '=', given).executeTakeFirst()
      : await read
          .selectFrom('partner')
          .select('id')
          .where('kind', '=', 'supplier')
          .where('code', '=', given)
          .executeTakeFirst();
  if (row === undefined)
    throw appError('notFound', { what: scope === 'product' ? 'product' : 'partner', id: given });
  return row.id;
}

function termsOf(parsed: ParsedArguments): Record<string, unknown> {
  const whole = (name: (typeof wholeNumbers)[number]): number | undefined => {
    const text = textOption(parsed, name);
    if (text === undefined) return undefined;
    if (!/^\d{1,9}$/u.test(text)) throw new Error(`--${name} ${text}: N`);
    return Number(text);
  };
  const measured = textOption(parsed, 'lead') === 'measured';
  const lead = measured ? undefined : whole('lead');
  const service = textOption(parsed, 'service');
  if (service !== undefined && !(Number(service) >= 0.5 && Number(service) <= 0.999))
    throw new Error(`--service ${service}: 0.5 … 0.999`);
  const terms = {
    reviewDays: whole('review'),
    leadSource: measured ? 'measured' : lead === undefined ? undefined : 'own',
    leadDays: lead,
    target: service === undefined ? undefined : 'service',
    serviceLevel: service === undefined ? undefined : Number(service),
    moq: whole('moq'),
    packSize: whole('pack'),
    orderCartons: whole('cartons'),
    orderAmount: moneyOption(parsed, 'free-from'),
    budget: moneyOption(parsed, 'budget'),
  };
  return Object.fromEntries(Object.entries(terms).filter(([, value]) => value !== undefined));
}

/** Yuan as typed, in fen. */
export function moneyOption(parsed: ParsedArguments, name: string): number | undefined {
  const text = textOption(parsed, name);
  if (text === undefined) return undefined;
  if (!/^\d{1,10}(?:\.\d{1,2})?$/u.test(text)) throw new Error(`--${name} ${text}: YUAN`);
  return fenFromYuan(Number(text));
}
