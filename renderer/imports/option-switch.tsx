import { SegmentedControl } from '@mantine/core';
import type { ImportOverview } from '#app/exchange/views.ts';
import type { ImportWork } from './import-work.ts';
import { replan, wishOf } from './run-import.ts';

/** What is being imported, and the plan of it that is shown. */
export interface PlanShown {
  readonly work: ImportWork;
  readonly overview: ImportOverview;
}

interface OptionSwitchProps extends PlanShown {
  readonly option: 'keepRepeated' | 'services';
  readonly label: string;
  readonly off: string;
  readonly on: string;
}

/** One yes or no that a group of problems leaves to the person; the plan is made anew with it. */
export function OptionSwitch({ work, overview, option, label, off, on }: OptionSwitchProps) {
  const wish = wishOf(overview, work.wish);
  return (
    <SegmentedControl
      size="xs"
      aria-label={label}
      data={[
        { value: 'off', label: off },
        { value: 'on', label: on },
      ]}
      value={wish.options[option] ? 'on' : 'off'}
      onChange={(value) => void replan({ ...wish, options: { ...wish.options, [option]: value === 'on' } })}
      data-option={option}
    />
  );
}
