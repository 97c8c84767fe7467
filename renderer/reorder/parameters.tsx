import { Button, NumberInput, Popover, Stack, Text } from '@mantine/core';
import { IconAdjustmentsHorizontal } from '@tabler/icons-react';
import { useState } from 'react';
import type { ReorderParameters } from '#app/replenishment/types.ts';
import { DayField } from '../ui/day-field.tsx';
import { useText } from '../ui/language.tsx';
import type { ComputeInput } from './use-compute.ts';

interface ParametersProps {
  readonly parameters: ReorderParameters;
  readonly disabled: boolean;
  readonly onCompute: (input: ComputeInput) => void;
}

/** How the quantities are worked out, to be changed and worked out again. */
export function Parameters({ parameters, disabled, onCompute }: ParametersProps) {
  const t = useText();
  const [open, setOpen] = useState(false);
  return (
    <Popover
      opened={open}
      onChange={setOpen}
      position="bottom-start"
      shadow="sm"
      width={300}
      trapFocus
      transitionProps={{ duration: 100 }}
    >
      <Popover.Target>
        <Button
          variant="default"
          size="compact-sm"
          leftSection={<IconAdjustmentsHorizontal size={14} stroke={1.5} />}
          disabled={disabled}
          onClick={() => setOpen(!open)}
        >
          {t.reorder.parameters.open}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <ParametersForm
          parameters={parameters}
          onCompute={(input) => {
            setOpen(false);
            onCompute(input);
          }}
        />
      </Popover.Dropdown>
    </Popover>
  );
}

function whole(value: string | number, least: number, most: number): number | undefined {
  const number = typeof value === 'number' ? value : Number.NaN;
  return Number.isInteger(number) && number >= least && number <= most ? number : undefined;
}

function ParametersForm({ parameters, onCompute }: Omit<ParametersProps, 'disabled'>) {
  const t = useText();
  const words = t.reorder.parameters;
  const [day, setDay] = useState(parameters.asOf);
  const [review, setReview] = useState<string | number>(parameters.reviewDays);
  const [lead, setLead] = useState<string | number>(parameters.defaultLeadDays);
  const [service, setService] = useState<string | number>(Number((parameters.serviceLevel * 100).toFixed(1)));
  const reviewDays = whole(review, 1, 90);
  const defaultLeadDays = whole(lead, 0, 365);
  const serviceLevel =
    typeof service === 'number' && service >= 50 && service <= 99.9 ? service / 100 : undefined;
  const ready = reviewDays !== undefined && defaultLeadDays !== undefined && serviceLevel !== undefined;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (!ready) return;
        // A day that was not touched stays the application's to choose.
        onCompute({
          ...(day === parameters.asOf ? {} : { asOf: day }),
          reviewDays,
          defaultLeadDays,
          serviceLevel,
        });
      }}
    >
      <Stack gap={10}>
        <Text fw={600} size="sm">
          {words.title}
        </Text>
        <DayField label={words.asOf} description={words.asOfHint} value={day} onDay={setDay} />
        <NumberInput
          label={words.reviewDays}
          description={words.reviewDaysHint}
          value={review}
          onChange={setReview}
          min={1}
          max={90}
          allowDecimal={false}
          error={reviewDays === undefined}
        />
        <NumberInput
          label={words.defaultLeadDays}
          description={words.defaultLeadDaysHint}
          value={lead}
          onChange={setLead}
          min={0}
          max={365}
          allowDecimal={false}
          error={defaultLeadDays === undefined}
        />
        <NumberInput
          label={words.serviceLevel}
          description={words.serviceLevelHint}
          value={service}
          onChange={setService}
          min={50}
          max={99.9}
          decimalScale={1}
          error={serviceLevel === undefined}
        />
        <Text size="xs" c="dimmed">
          {words.replaces}
        </Text>
        <Button type="submit" disabled={!ready}>
          {words.recompute}
        </Button>
      </Stack>
    </form>
  );
}
