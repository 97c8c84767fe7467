import { Anchor } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { Link } from 'wouter';
import { fen, formatFen } from '#app/core/fen.ts';
import { formatQuantity } from '#app/core/quantity.ts';
import type { ReorderLineView } from '#app/replenishment/types.ts';
import { useText } from '../ui/language.tsx';
import classes from './panel.module.css';

/** The terms the quantity was worked out with, and the way to change them. */
export function Policy({
  line,
  serviceLevel,
}: {
  readonly line: ReorderLineView;
  readonly serviceLevel: number;
}) {
  const t = useText();
  const panel = t.reorder.panel;
  const days = (value: number): string => t.reorder.days({ days: formatQuantity(value) });
  const terms: readonly (readonly [string, string])[] = [
    [panel.leadDays, days(line.leadDays)],
    [panel.reviewDays, days(line.reviewDays)],
    [panel.service, `${Number((serviceLevel * 100).toFixed(1))}%`],
    [panel.safety, formatQuantity(line.safetyStock)],
    [panel.moq, formatQuantity(line.moq)],
    ...(line.packSize > 1
      ? [
          [
            panel.packSize,
            panel.perPack({
              count: formatQuantity(line.packSize),
              unit: line.unit === '' ? panel.unit : line.unit,
            }),
          ] as const,
        ]
      : []),
    [panel.price, line.price === null ? t.kit.none : `¥${formatFen(fen(line.price))}`],
    [panel.demandPerDay, formatQuantity(Number(line.demandPerDay.toFixed(1)))],
  ];
  return (
    <section className={classes['block']}>
      <h3>{panel.policy}</h3>
      <dl className={classes['terms']}>
        {terms.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <Anchor
        component={Link}
        href={`/products/${line.productId}`}
        size="sm"
        mt={8}
        display="inline-flex"
        style={{ gap: 4, alignItems: 'center' }}
      >
        <IconPencil size={14} stroke={1.5} aria-hidden />
        {panel.editProduct}
      </Anchor>
    </section>
  );
}
