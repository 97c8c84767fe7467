import { addedDayKinds } from '#app/calendar/calendar-words.ts';
import type { MonthDay } from '#app/calendar/month-view.ts';
import { parseBusinessDay } from '#app/core/business-day.ts';
import type { BusinessDay } from '#app/core/business-day.ts';
import { catalogueOf } from '#app/i18n/catalogue.ts';
import type { Language } from '#app/i18n/translation.ts';
import { findAddedDay, sayDays } from '#db/queries/calendar/added-days.ts';
import { getSettings, saveSettings } from '#db/queries/settings.ts';

import { readMonth } from '../../calendar/read-month.ts';
import type { Context } from '../../server/context.ts';
import { aligned } from './command.ts';
import type { Command, CommandOutcome, ParsedArguments } from './command.ts';

type Step = (context: Context, given: readonly string[], language: Language) => Promise<CommandOutcome>;

const usages: Readonly<Record<string, string>> = {
  month: 'calendar month YYYY-MM',
  day: `calendar day DAY ${addedDayKinds.join('|')} NAME | calendar day DAY published`,
  city: 'calendar city [NAME]',
};
const steps: Readonly<Record<string, Step>> = { month, day, city };

function check({ positionals: [name = '', ...given] }: ParsedArguments): void {
  const usage = Object.hasOwn(usages, name) ? usages[name] : undefined;
  if (usage === undefined) throw new Error(`calendar ${name}: ${Object.keys(usages).join(' | ')}`);
  if (!isFine(name, given)) throw new Error(usage);
}

function isFine(name: string, given: readonly string[]): boolean {
  const [first = '', kind = '', called] = given;
  if (name === 'city') return given.length <= 1;
  if (name === 'month') return given.length === 1 && parseBusinessDay(`${first}-01`) !== undefined;
  if (parseBusinessDay(first) === undefined) return false;
  if (kind === 'published') return given.length === 2;
  const isNamed = called !== undefined && called.trim() !== '' && called.length <= 60;
  return given.length === 3 && isNamed && addedDayKinds.some((known) => known === kind);
}

/** What a month holds, what a day is, and whose weather counts. */
export const calendarCommand: Command = {
  options: {},
  check,
  run: (context, { positionals: [name = '', ...given] }, language) => {
    const step = steps[name];
    if (step === undefined) throw new Error('the arguments were not checked');
    return step(context, given, language);
  },
};

async function month(
  { store, clock }: Context,
  [wanted = '']: readonly string[],
  language: Language,
): Promise<CommandOutcome> {
  const { weatherCity } = await getSettings(store.read);
  const view = await readMonth(store.read, wanted, weatherCity, clock.today());
  const { calendar, calendarWords } = catalogueOf(language);
  const on = (at: BusinessDay): string[] =>
    [...view.promotions, ...view.events, ...view.closures]
      .filter(({ firstDay, lastDay }) => firstDay <= at && lastDay >= at)
      .map(({ name }) => name);
  const weatherText = ({ weather }: MonthDay): string =>
    weather === null ? '' : `${weather.low ?? ''}~${weather.high ?? ''}° ${weather.condition}`;
  const rows = view.days
    .filter(({ inMonth }) => inMonth)
    .map((one) => [
      one.day,
      one.named === null ? '' : `${calendarWords.dayKinds[one.named.kind]} ${one.named.name}`,
      weatherText(one),
      on(one.day).join('、'),
    ]);
  const unknown = view.unknownYear === null ? [] : [calendar.unknownYear({ year: view.unknownYear })];
  return { exit: 0, json: { ...view }, text: [...unknown, aligned(rows)].join('\n') };
}

async function day(
  { store, clock, actor }: Context,
  [wanted = '', kind = '', name = '']: readonly string[],
  language: Language,
): Promise<CommandOutcome> {
  const at = parseBusinessDay(wanted);
  if (at === undefined) throw new Error('the arguments were not checked');
  const known = addedDayKinds.find((one) => one === kind);
  const said = known === undefined ? null : { kind: known, name: name.trim() };
  const version = (await findAddedDay(store.read, at))?.version ?? null;
  const days = [{ day: at, version, said }];
  const audit = { actor, action: 'save', entity: 'calendar_day', detail: { days } };
  await store.transact(audit, ({ trx }) => sayDays(trx, days, clock.now()));
  const { calendar, calendarWords } = catalogueOf(language);
  const text =
    said === null
      ? calendar.day.restored({ day: at })
      : calendar.day.said({ day: at, what: `${calendarWords.dayKinds[said.kind]} ${said.name}` });
  return { exit: 0, json: { day: at, said }, text };
}

async function city(
  { store, actor }: Context,
  [name]: readonly string[],
  language: Language,
): Promise<CommandOutcome> {
  if (name !== undefined) {
    const change = { weatherCity: name.trim() };
    const audit = { actor, action: 'save', entity: 'setting', detail: change };
    await store.transact(audit, ({ trx }) => saveSettings(trx, change));
  }
  const { weatherCity } = await getSettings(store.read);
  const { calendar } = catalogueOf(language);
  const text = calendar.citySaved({ city: weatherCity === '' ? calendar.noCity : weatherCity });
  return { exit: 0, json: { city: weatherCity }, text };
}
