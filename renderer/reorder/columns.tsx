import type { ReactNode } from 'react';
import type { ReorderLineView } from '#app/replenishment/types.ts';
import type { Catalogue } from '#app/i18n/zh-CN.ts';
import { Money, QuantityText } from '../ui/numbers.tsx';
import type { Column } from '../ui/data-table/types.ts';
import { CoverBar } from './cover-bar.tsx';
import { amountOf, packsOf } from './plan-after.ts';
import { LineNote } from './line-note.tsx';
import { RiskBadge } from './risk-badge.tsx';

export interface LineColumn extends Column<ReorderLineView> {
  readonly width: number;
  /** Takes what is left of the width. */
  readonly grows?: boolean;
  /** Columns with a higher number give way first where the table is narrow; 0 stays. */
  readonly givesWay: number;
}

/** The columns of 补货建议, in the order a person reads them: how bad, what, how much is there, how much to order. */
export function lineColumns(t: Catalogue, inPacks: boolean): readonly LineColumn[] {
  return allColumns(t).filter((column) => inPacks || column.key !== 'packs');
}

function allColumns(t: Catalogue): readonly LineColumn[] {
  const name = t.reorder.columns;
  const number = (
    key: keyof typeof name,
    width: number,
    givesWay: number,
    render: (line: ReorderLineView) => ReactNode,
  ) =>
    ({ key, title: name[key], width, givesWay, numeric: true, sortable: true, render }) satisfies LineColumn;
  return [
    {
      key: 'risk',
      title: name.risk,
      width: 92,
      givesWay: 0,
      sortable: true,
      always: true,
      render: (line) => <RiskBadge line={line} />,
    },
    { key: 'code', title: name.code, width: 68, givesWay: 0, sortable: true, always: true },
    { key: 'name', title: name.name, width: 112, givesWay: 0, grows: true, sortable: true, always: true },
    { key: 'category', title: name.category, width: 90, givesWay: 7, sortable: true, hidden: true },
    number('available', 68, 0, (line) => <QuantityText value={line.available} unit={line.unit} />),
    number('onOrder', 66, 4, (line) => <QuantityText value={line.onOrder} unit={line.unit} />),
    number('demandPerDay', 64, 3, (line) => (
      <QuantityText value={line.demandPerDay} unit={line.unit} decimals={line.demandPerDay < 1 ? 2 : 1} />
    )),
    { ...number('coverDays', 104, 2, (line) => <CoverBar line={line} />), numeric: false },
    {
      key: 'abcXyz',
      title: name.abcXyz,
      width: 76,
      givesWay: 8,
      sortable: true,
      hidden: true,
      render: (line) => <span title={t.reorder.abcXyzHint}>{line.abcXyz}</span>,
    },
    number('suggested', 72, 0, (line) => <QuantityText value={line.suggested} unit={line.unit} />),
    {
      key: 'ordered',
      title: name.ordered,
      width: 90,
      givesWay: 0,
      numeric: true,
      sortable: true,
      always: true,
    },
    number('packs', 68, 5, (line) => (
      <QuantityText value={line.status === 'dropped' ? 0 : packsOf(line.ordered, line.packSize)} />
    )),
    number('amount', 104, 1, (line) => <Money value={amountOf(line)} />),
    { key: 'note', title: name.note, width: 136, givesWay: 6, render: (line) => <LineNote line={line} /> },
  ];
}

/** Below this the table scrolls sideways rather than cutting names short. */
export function widthOf(columns: readonly LineColumn[]): number {
  return columns.reduce((total, column) => total + column.width, 0);
}

/** The columns that fit: those that give way first are left out first. */
export function fittingColumns(columns: readonly LineColumn[], width: number): readonly LineColumn[] {
  let shown = [...columns];
  while (width > 0 && widthOf(shown) > width) {
    const last = shown.reduce<LineColumn | undefined>(
      (found, column) => (column.givesWay > (found?.givesWay ?? 0) ? column : found),
      undefined,
    );
    if (last === undefined) break;
    shown = shown.filter((column) => column !== last);
  }
  return shown;
}
