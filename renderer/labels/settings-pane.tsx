import { Button, Checkbox, NumberInput, SegmentedControl, Select, Stack, Text } from '@mantine/core';
import { useText } from '../ui/language.tsx';
import { labelContents } from './label-settings.ts';
import type { LabelContent, LabelSettings } from './label-settings.ts';
import { fitsSheet, labelSize, labelSizes } from './label-sizes.ts';
import type { LabelSize, SheetMargins } from './label-sizes.ts';
import type { PrinterDpi } from './bar-width.ts';
import classes from './labels.module.css';

interface SettingsPaneProps {
  readonly settings: LabelSettings;
  readonly onChange: (change: Partial<LabelSettings>) => void;
  /** Places of the first sheet that are already used. */
  readonly skipped: number;
  readonly onSkipped: (skipped: number) => void;
}

/** Size, content and what this printer needs. */
export function SettingsPane({ settings, onChange, skipped, onSkipped }: SettingsPaneProps) {
  const t = useText().labels;
  const size = labelSize(settings.size);
  const isSheet = size.columns * size.rows > 1;
  return (
    <Stack gap={12} className={classes['settings'] ?? ''}>
      <SegmentedControl
        size="xs"
        fullWidth
        aria-label={t.kind}
        value={settings.purpose}
        onChange={(purpose) => onChange({ purpose })}
        data={(['product', 'shelf'] as const).map((value) => ({ value, label: t.kinds[value] }))}
      />
      <Select
        label={t.size}
        allowDeselect={false}
        value={settings.size}
        onChange={(value) => onChange({ size: labelSize(value ?? '').name })}
        data={labelSizes.map(({ name }) => ({ value: name, label: t.sizes[name] }))}
        data-label-size
      />
      <Select
        label={t.dpi}
        allowDeselect={false}
        value={String(settings.dpi)}
        onChange={(value) => onChange({ dpi: Number(value) as PrinterDpi })}
        data={([203, 300, 600] as const).map((dpi) => ({ value: String(dpi), label: t.dpis[dpi] }))}
      />
      <Contents settings={settings} onChange={onChange} />
      <div>
        <Text size="sm">{t.offset}</Text>
        <div className={classes['pair']}>
          <Millimetres
            label={t.right}
            least={-10}
            value={settings.offset.x}
            onChange={(x) => onChange({ offset: { ...settings.offset, x } })}
          />
          <Millimetres
            label={t.down}
            least={-10}
            value={settings.offset.y}
            onChange={(y) => onChange({ offset: { ...settings.offset, y } })}
          />
        </div>
        <Text size="xs" c="dimmed">
          {t.offsetHint}
        </Text>
      </div>
      {isSheet ? (
        <>
          <Margins size={size} settings={settings} onChange={onChange} />
          <NumberInput
            label={t.skip}
            description={t.skipHint}
            min={1}
            max={size.columns * size.rows}
            allowDecimal={false}
            value={skipped + 1}
            onChange={(value) => onSkipped(typeof value === 'number' && value >= 1 ? value - 1 : 0)}
          />
        </>
      ) : null}
    </Stack>
  );
}

type PartProps = Pick<SettingsPaneProps, 'settings' | 'onChange'>;

function Contents({ settings: { purpose, shown }, onChange }: PartProps) {
  const t = useText().labels;
  const toggle = (content: LabelContent): void => {
    const before = shown[purpose];
    const after = labelContents.filter((one) => (one === content) !== before.includes(one));
    onChange({ shown: { ...shown, [purpose]: after } });
  };
  return (
    <div>
      <Text size="sm">{t.content}</Text>
      <div className={classes['contents']}>
        {labelContents.map((content) => (
          <Checkbox
            key={content}
            size="xs"
            label={t.contents[content]}
            checked={shown[purpose].includes(content)}
            onChange={() => toggle(content)}
          />
        ))}
      </div>
    </div>
  );
}

function Margins({ size, settings, onChange }: PartProps & { readonly size: LabelSize }) {
  const t = useText().labels;
  const margins = settings.margins[size.name] ?? size.margins;
  const set = (part: Partial<SheetMargins>): void =>
    onChange({ margins: { ...settings.margins, [size.name]: { ...margins, ...part } } });
  const { [size.name]: changed, ...others } = settings.margins;
  return (
    <div>
      <Text size="sm">{t.margins}</Text>
      <div className={classes['pair']}>
        {(['left', 'top', 'gapX', 'gapY'] as const).map((part) => (
          <Millimetres
            key={part}
            label={t[part]}
            least={0}
            value={margins[part]}
            onChange={(value) => set({ [part]: value })}
          />
        ))}
      </div>
      {fitsSheet(size, margins) ? null : <p className={classes['trouble']}>{t.tooWide}</p>}
      {changed === undefined ? null : (
        <Button size="compact-xs" variant="subtle" onClick={() => onChange({ margins: others })}>
          {t.reset}
        </Button>
      )}
    </div>
  );
}

interface MillimetresProps {
  readonly label: string;
  readonly least: number;
  readonly value: number;
  readonly onChange: (value: number) => void;
}

function Millimetres({ label, least, value, onChange }: MillimetresProps) {
  return (
    <NumberInput
      aria-label={label}
      leftSection={<span className={classes['unit']}>{label}</span>}
      leftSectionWidth={62}
      step={0.1}
      decimalScale={2}
      min={least}
      max={50}
      value={value}
      onChange={(entered) => onChange(typeof entered === 'number' ? entered : 0)}
    />
  );
}
