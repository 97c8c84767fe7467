import { NumberInput, TextInput } from '@mantine/core';
import { useId, useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import { useText } from '../ui/language.tsx';
import classes from './settings.module.css';

interface SettingRowProps {
  readonly name: string;
  readonly hint?: string;
  readonly htmlFor?: string;
  readonly children: ReactNode;
}

export function SettingRow({ name, hint, htmlFor, children }: SettingRowProps) {
  return (
    <div className={classes['row']}>
      <div>
        <label htmlFor={htmlFor}>{name}</label>
        {hint === undefined ? null : <div className={classes['hint']}>{hint}</div>}
      </div>
      <div className={classes['field']}>{children}</div>
    </div>
  );
}

function blurOnEnter(event: KeyboardEvent<HTMLInputElement>): void {
  if (event.key === 'Enter' && !event.nativeEvent.isComposing) event.currentTarget.blur();
}

interface TextSettingProps {
  readonly name: string;
  readonly hint: string;
  readonly value: string;
  readonly onSave: (value: string) => void;
  readonly maxLength: number;
  readonly width?: number;
  readonly fits?: (text: string) => boolean;
  readonly wrong?: string;
}

/** Saves when the field is left or Enter is pressed, if it changed and fits. */
export function TextSetting(props: TextSettingProps) {
  const id = useId();
  const [draft, setDraft] = useState<string | null>(null);
  const text = draft ?? props.value;
  const fits = props.fits === undefined || props.fits(text.trim());
  const save = (): void => {
    if (draft === null || !fits) return;
    setDraft(null);
    if (draft.trim() !== props.value) props.onSave(draft.trim());
  };
  return (
    <SettingRow name={props.name} hint={props.hint} htmlFor={id}>
      <TextInput
        id={id}
        w={props.width ?? 300}
        maxLength={props.maxLength}
        value={text}
        error={fits ? undefined : props.wrong}
        onChange={(event) => setDraft(event.currentTarget.value)}
        onBlur={save}
        onKeyDown={blurOnEnter}
      />
    </SettingRow>
  );
}

interface NumberSettingProps {
  readonly name: string;
  readonly hint: string;
  readonly unit: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly decimals?: number;
  readonly onSave: (value: number) => void;
}

export function NumberSetting(props: NumberSettingProps) {
  const t = useText();
  const id = useId();
  const [draft, setDraft] = useState<number | string | null>(null);
  const { value, min, max, decimals = 0 } = props;
  const shown = draft ?? value;
  const fits = typeof shown === 'number' && shown >= min && shown <= max;
  const save = (): void => {
    if (draft === null || typeof draft !== 'number' || !fits) return;
    setDraft(null);
    if (draft !== value) props.onSave(draft);
  };
  return (
    <SettingRow name={props.name} hint={props.hint} htmlFor={id}>
      <NumberInput
        id={id}
        w={96}
        value={shown}
        min={min}
        max={max}
        clampBehavior="none"
        allowDecimal={decimals > 0}
        decimalScale={decimals}
        error={fits ? undefined : t.settings.wrong({ min, max })}
        errorProps={{ style: { whiteSpace: 'nowrap' } }}
        onChange={setDraft}
        onBlur={save}
        onKeyDown={blurOnEnter}
      />
      <span className={classes['unit']}>{props.unit}</span>
    </SettingRow>
  );
}
