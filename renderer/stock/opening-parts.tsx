import { Button, TextInput } from '@mantine/core';
import { IconFileImport, IconPlus } from '@tabler/icons-react';
import { useLocation } from 'wouter';
import { parseBusinessDay } from '#app/core/business-day.ts';
import { formatQuantity } from '#app/core/quantity.ts';
import { useText } from '../ui/language.tsx';
import typing from '../ui/typing/typing.module.css';
import type { OpeningTotals } from './opening-lines.ts';
import classes from './opening.module.css';

interface OpeningHeadProps {
  readonly day: string;
  readonly onDay: (day: string) => void;
}

/** Above the grid: the day, how to type, and the way to a spreadsheet instead. */
export function OpeningHead({ day, onDay }: OpeningHeadProps) {
  const t = useText();
  const words = t.stock.opening;
  const [, navigate] = useLocation();
  return (
    <div className={classes['head']}>
      <TextInput
        label={words.day}
        w={130}
        value={day}
        onChange={(event) => onDay(event.currentTarget.value)}
        error={parseBusinessDay(day) === undefined ? t.kit.day.wrong : undefined}
      />
      <span className={classes['hint']}>{words.hint}</span>
      <Button
        variant="default"
        leftSection={<IconFileImport size={16} stroke={1.5} />}
        onClick={() => navigate('/imports')}
      >
        {words.importInstead}
      </Button>
    </div>
  );
}

interface OpeningFootProps {
  readonly totals: OpeningTotals;
  readonly strict: boolean;
  readonly onAdd: () => void;
  readonly onPost: () => void;
}

/** Below the grid: totals, what is not right yet, and posting. */
export function OpeningFoot({ totals, strict, onAdd, onPost }: OpeningFootProps) {
  const words = useText().stock.opening;
  const { lines, units, blocked } = totals;
  return (
    <div className={classes['foot']}>
      <Button variant="subtle" leftSection={<IconPlus size={16} stroke={1.5} />} onClick={onAdd}>
        {words.addLine}
      </Button>
      <span className={classes['totals']}>{words.totals({ lines, units: formatQuantity(units) })}</span>
      <div className={classes['footEnd']}>
        {strict && blocked > 0 ? <span role="alert">{words.fix({ count: blocked })}</span> : null}
        {strict && lines === 0 ? <span role="alert">{words.empty}</span> : null}
        <Button onClick={onPost} title={words.postKey}>
          {lines === 0 ? words.save : words.saveCount({ lines })}
        </Button>
      </div>
    </div>
  );
}

export function GridHead() {
  const words = useText().stock.opening;
  return (
    <thead>
      <tr>
        <th style={{ width: 44 }} className={typing['right']}>
          {words.line}
        </th>
        <th>{words.product}</th>
        <th style={{ width: 150 }}>{words.warehouse}</th>
        <th style={{ width: 160 }}>{words.lot}</th>
        <th style={{ width: 130 }}>{words.expiry}</th>
        <th style={{ width: 120 }} className={typing['right']}>
          {words.quantity}
        </th>
        <th style={{ width: 40 }} aria-label={words.removeLine} />
      </tr>
    </thead>
  );
}
