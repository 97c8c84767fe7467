import { TextInput } from '@mantine/core';
import classes from './typing.module.css';

interface TypedCellProps {
  /** The column: ↑ and ↓ go to the same one of other lines. */
  readonly field: string;
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onLeave?: (() => void) | undefined;
  readonly placeholder?: string;
  readonly numeric?: boolean;
  readonly error?: boolean;
  /** Enter goes past it: nothing is wanted here. */
  readonly skip?: boolean;
  readonly readOnly?: boolean;
}

/** One field of a grid that is typed into like a spreadsheet. */
export function TypedCell(props: TypedCellProps) {
  const { numeric = false } = props;
  return (
    <TextInput
      variant="unstyled"
      classNames={{ input: `${classes['cell']} ${numeric ? classes['cellRight'] : ''}` }}
      aria-label={props.label}
      placeholder={props.placeholder ?? ''}
      value={props.value}
      error={props.error === true}
      readOnly={props.readOnly === true}
      autoComplete="off"
      {...(numeric ? { inputMode: 'decimal' as const } : {})}
      onChange={(event) => props.onChange(event.currentTarget.value)}
      onFocus={(event) => event.currentTarget.select()}
      onBlur={props.onLeave}
      data-cell
      data-field={props.field}
      data-skip={props.skip === true || undefined}
    />
  );
}

export interface CellMessageProps {
  readonly text: string | undefined;
  /** Said, and no hindrance. */
  readonly soft: boolean;
}

/** What is not right, under the field that it is about. */
export function CellMessage({ text, soft }: CellMessageProps) {
  if (text === undefined) return null;
  return <span className={`${classes['message']} ${soft ? classes['messageSoft'] : ''}`}>{text}</span>;
}
