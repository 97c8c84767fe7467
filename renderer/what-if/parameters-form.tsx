import { Button, NumberInput, Stack } from '@mantine/core';
import { IconPlayerPlay } from '@tabler/icons-react';
import { useState } from 'react';
import type { WhatIfParameters } from '#app/what-if/types.ts';
import { useText } from '../ui/language.tsx';
import { formValues, mostReplayed, readForm } from './form-values.ts';
import type { ReplayInput } from './use-replay.ts';
import classes from './what-if.module.css';

interface ParametersFormProps {
  readonly parameters: WhatIfParameters;
  readonly weeksKnown: number;
  readonly disabled: boolean;
  readonly onRun: (input: ReplayInput) => void;
}

const fields = [
  'weeks',
  'serviceLevel',
  'reviewDays',
  'leadDays',
  'leadSpreadDays',
  'averageSafetyDays',
  'budget',
] as const satisfies readonly (keyof WhatIfParameters)[];

/** The policy to replay; starts with that of the run shown, else with what the settings plan with. */
export function ParametersForm({ parameters, weeksKnown, disabled, onRun }: ParametersFormProps) {
  const words = useText().whatIf;
  const [values, setValues] = useState(() => formValues(parameters));
  const read = readForm(values, weeksKnown);
  const hints: Partial<Record<(typeof fields)[number], string>> = {
    weeks: words.form.weeksHint({ most: mostReplayed(weeksKnown) }),
    leadDays: words.form.leadDaysHint,
    budget: words.form.budgetHint,
  };
  return (
    <form
      className={classes['form']}
      onSubmit={(event) => {
        event.preventDefault();
        if (read.parameters !== null && !disabled) onRun(read.parameters);
      }}
    >
      <p className={classes['lead']}>{words.lead}</p>
      <Stack gap={8}>
        {fields.map((name) => (
          <NumberInput
            key={name}
            label={words.form[name]}
            description={hints[name]}
            value={values[name]}
            onChange={(value) => setValues({ ...values, [name]: value })}
            error={read.wrong.has(name)}
            min={0}
            decimalScale={name === 'budget' ? 2 : 1}
            thousandSeparator={name === 'budget'}
            data-field={name}
          />
        ))}
        <Button
          type="submit"
          disabled={disabled || read.parameters === null}
          leftSection={<IconPlayerPlay size={16} stroke={1.5} />}
        >
          {words.run}
        </Button>
      </Stack>
    </form>
  );
}
