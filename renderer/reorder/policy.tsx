import { Anchor } from '@mantine/core';
import { IconAdjustmentsHorizontal, IconPencil } from '@tabler/icons-react';
import { Link } from 'wouter';
import { fen, formatFen } from '#app/core/fen.ts';
import { formatQuantity } from '#app/core/quantity.ts';
import type { ReorderLineView } from '#app/replenishment/types.ts';
import type { Catalogue } from '#app/i18n/zh-CN.ts';
import { useText } from '../ui/language.tsx';
import classes from './panel.module.css';

/** A term: what it is, and where it comes from (a policy, the product, the supplier, the settings). */
interface Term {
  readonly label: string;
  readonly value: string;
  readonly source?: string | undefined;
}

/** The terms the quantity was worked out with, which policy each comes from, and the way to change them. */
export function Policy({
  line,
  serviceLevel,
}: {
  readonly line: ReorderLineView;
  readonly serviceLevel: number;
}) {
  const t = useText();
  const panel = t.reorder.panel;
  return (
    <section className={classes['block']}>
      <h3>{panel.policy}</h3>
      <dl className={classes['terms']}>
        {[...policyTerms(line, serviceLevel, t), ...productTerms(line, t)].map(({ label, value, source }) => (
          <div key={label} data-term={label}>
            <dt>{label}</dt>
            <dd>
              {value}
              {source === undefined ? null : <span className={classes['source']}>{source}</span>}
            </dd>
          </div>
        ))}
      </dl>
      <div className={classes['links']}>
        <Anchor
          component={Link}
          href={`/products/${line.productId}`}
          size="sm"
          className={classes['link'] ?? ''}
        >
          <IconPencil size={14} stroke={1.5} aria-hidden />
          {panel.editProduct}
        </Anchor>
        <Anchor component={Link} href="/reorder/policies" size="sm" className={classes['link'] ?? ''}>
          <IconAdjustmentsHorizontal size={14} stroke={1.5} aria-hidden />
          {panel.editPolicies}
        </Anchor>
      </div>
    </section>
  );
}

function policyTerms(line: ReorderLineView, serviceLevel: number, t: Catalogue): Term[] {
  const { terms } = line;
  const panel = t.reorder.panel;
  const sources = t.reorderPolicies.sources;
  const days = (value: number): string => t.reorder.days({ days: formatQuantity(value) });
  const percent = `${Number((serviceLevel * 100).toFixed(1))}%`;
  const of = (key: keyof NonNullable<typeof terms>['sources']): string | undefined =>
    terms === null ? undefined : sources[terms.sources[key]];
  const measured =
    terms?.leadReceipts === null || terms?.leadReceipts === undefined
      ? ''
      : ` ${panel.leadMeasured({ sigma: terms.leadSigma.toFixed(1), receipts: String(terms.leadReceipts) })}`;
  const lead = terms?.leadDays ?? line.leadDays;
  const review = terms?.reviewDays ?? line.reviewDays;
  return [
    { label: panel.leadDays, value: `${days(lead)}${measured}`, source: of('lead') },
    { label: panel.reviewDays, value: days(review), source: of('review') },
    {
      label: panel.service,
      value: terms?.newsvendor === true ? `${percent} ${panel.newsvendor}` : percent,
      source: of('service'),
    },
    { label: panel.safety, value: formatQuantity(line.safetyStock) },
    { label: panel.moq, value: formatQuantity(line.moq), source: of('moq') },
    ...(line.packSize > 1 ? [{ label: panel.packSize, value: packText(line, t), source: of('pack') }] : []),
    ...(terms === null || terms.closureDays === 0
      ? []
      : [{ label: panel.closure, value: days(terms.closureDays) }]),
    ...(terms === null || terms.riskUnits < 0.5
      ? []
      : [
          {
            label: panel.budgetRisk,
            value: panel.riskUnits({
              units: formatQuantity(Math.round(terms.riskUnits)),
              amount: formatFen(fen(terms.riskAmount)),
            }),
          },
        ]),
  ];
}

function packText({ packSize, unit }: ReorderLineView, t: Catalogue): string {
  const { perPack, unit: anyUnit } = t.reorder.panel;
  return perPack({ count: formatQuantity(packSize), unit: unit === '' ? anyUnit : unit });
}

function productTerms(line: ReorderLineView, t: Catalogue): Term[] {
  const panel = t.reorder.panel;
  return [
    { label: panel.price, value: line.price === null ? t.kit.none : `¥${formatFen(fen(line.price))}` },
    { label: panel.demandPerDay, value: formatQuantity(Number(line.demandPerDay.toFixed(1))) },
  ];
}
