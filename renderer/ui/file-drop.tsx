import { Button, Text } from '@mantine/core';
import { IconFileSpreadsheet } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import type { DragEvent, ReactNode } from 'react';
import { useText } from './language.tsx';
import classes from './kit.module.css';

const spreadsheetTypes = '.xlsx,.xls,.csv';

interface FileDropProps {
  readonly onFile: (file: File) => void;
  readonly title?: ReactNode;
  readonly hint?: ReactNode;
  readonly disabled?: boolean;
}

/** A place to drop a spreadsheet, and a button that opens the file dialog. */
export function FileDrop({ onFile, title, hint, disabled = false }: FileDropProps) {
  const t = useText();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const onDrop = (event: DragEvent): void => {
    event.preventDefault();
    // The frame listens for files dropped anywhere; this one is taken here.
    event.stopPropagation();
    setOver(false);
    const file = event.dataTransfer.files[0];
    if (file !== undefined && !disabled) onFile(file);
  };
  return (
    <div
      className={`${classes['drop']} ${over ? classes['dropOver'] : ''}`}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
    >
      <IconFileSpreadsheet size={36} stroke={1.25} aria-hidden />
      <Text fw={600}>{title ?? t.kit.drop.title}</Text>
      <Text size="sm" c="dimmed">
        {hint ?? t.kit.drop.hint}
      </Text>
      <Button disabled={disabled} onClick={() => input.current?.click()}>
        {t.kit.drop.choose}
      </Button>
      <FileField inputRef={input} onFile={onFile} />
    </div>
  );
}

interface FileFieldProps {
  readonly inputRef: React.RefObject<HTMLInputElement | null>;
  readonly onFile: (file: File) => void;
}

/** The hidden field behind a “choose a file” button. Choosing the same file again counts as choosing. */
export function FileField({ inputRef, onFile }: FileFieldProps) {
  const t = useText();
  return (
    <input
      ref={inputRef}
      type="file"
      hidden
      accept={spreadsheetTypes}
      aria-label={t.kit.drop.choose}
      onChange={(event) => {
        const file = event.currentTarget.files?.[0];
        event.currentTarget.value = '';
        if (file !== undefined) onFile(file);
      }}
    />
  );
}
