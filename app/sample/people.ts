import type { BusinessDay } from '../core/business-day.ts';
import { addDays } from '../core/business-day.ts';

import { samplePlaces } from './places.ts';
import type { Random } from './random.ts';
import type { SampleConsultant, SampleCustomer } from './types.ts';

const surnames = [...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕'];
const given = [
  ...'静敏丽娟艳芳秀英慧巧美娜淑惠珠翠雅芝玉萍红娥玲芬燕彩春菊兰凤洁梅琳素云莲真环雪荣爱妹霞香月莺媛瑞凡佳嘉琼勤珍贞莉桂娣叶璧璐娅琦晶妍茜秋珊莎锦黛青倩婷姣婉娴瑾颖露瑶怡婵雁蓓纨仪荷丹蓉眉君琴蕊薇菁梦岚苑婕馨瑗琰韵融园艺咏卿聪澜纯毓悦昭冰爽琬茗羽希宁欣',
];

const customerCount = 2000;
const consultantCount = 60;

/** Consultants, most of whom joined before the sales begin and some since. */
export function sampleConsultants(random: Random, firstDay: BusinessDay, days: number): SampleConsultant[] {
  return Array.from({ length: consultantCount }, (_, index) => ({
    code: `GW${String(index + 1).padStart(3, '0')}`,
    name: personName(random),
    phone: maskedPhone(random),
    region: random.pick(samplePlaces).region,
    joinedOn: addDays(firstDay, random.integer(-700, random.chance(0.3) ? days - 60 : -1)),
  }));
}

/** Customers in the order they came, each with a place and a consultant of the same region who had joined before. */
export function sampleCustomers(
  random: Random,
  consultants: readonly SampleConsultant[],
  firstDay: BusinessDay,
  days: number,
): SampleCustomer[] {
  const cumulative = runningSums(samplePlaces.map((place) => place.weight));
  const arrivals = Array.from({ length: customerCount }, () =>
    random.chance(0.55) ? 0 : random.integer(1, days - 1),
  );
  arrivals.sort((left, right) => left - right);
  return arrivals.map((arrival, index) => {
    const place = samplePlaces[random.weighted(cumulative)] ?? random.pick(samplePlaces);
    const since = addDays(firstDay, arrival);
    return {
      code: `KH${String(index + 1).padStart(5, '0')}`,
      name: personName(random),
      phone: maskedPhone(random),
      region: place.region,
      province: place.province,
      city: place.city,
      consultant: consultantFor(random, consultants, place.region, since),
      warehouse: place.warehouse,
      since,
    };
  });
}

function consultantFor(
  random: Random,
  consultants: readonly SampleConsultant[],
  region: string,
  since: BusinessDay,
): number {
  const joined = consultants
    .map((_, index) => index)
    .filter((index) => (consultants[index]?.joinedOn ?? since) <= since);
  const near = joined.filter((index) => consultants[index]?.region === region);
  return random.pick(near.length > 0 ? near : joined);
}

function personName(random: Random): string {
  const first = random.pick(given);
  return `${random.pick(surnames)}${first}${random.chance(0.7) ? random.pick(given) : ''}`;
}

/** Four digits are stars, so that it can be nobody's number. */
function maskedPhone(random: Random): string {
  return `1${random.pick(['3', '5', '7', '8', '9'])}${random.integer(0, 9)}****${String(random.integer(0, 9999)).padStart(4, '0')}`;
}

export function runningSums(weights: readonly number[]): number[] {
  let sum = 0;
  return weights.map((weight) => (sum += weight));
}
