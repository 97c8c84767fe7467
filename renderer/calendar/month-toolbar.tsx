import { ActionIcon, Button } from '@mantine/core';
import { IconChevronLeft, IconChevronRight, IconFileImport, IconPlus } from '@tabler/icons-react';
import { useRef } from 'react';
import { useLocation } from 'wouter';
import { setDroppedFile } from '../shell/dropped-file.ts';
import { ExportButton } from '../ui/data-table/export-button.tsx';
import { FileField } from '../ui/file-drop.tsx';
import { useText } from '../ui/language.tsx';
import { CityField } from './city-field.tsx';
import classes from './calendar.module.css';

interface MonthToolbarProps {
  readonly month: string;
  readonly onMonth: (step: number) => void;
  readonly onToday: () => void;
  readonly onAdd: () => void;
}

export function MonthToolbar({ month, onMonth, onToday, onAdd }: MonthToolbarProps) {
  const t = useText().calendar;
  const [, navigate] = useLocation();
  const file = useRef<HTMLInputElement>(null);
  const [year = '', number = ''] = month.split('-');
  return (
    <div className={classes['toolbar']}>
      <ActionIcon variant="default" size={30} aria-label={t.previous} onClick={() => onMonth(-1)}>
        <IconChevronLeft size={16} stroke={1.5} />
      </ActionIcon>
      <h2 className={classes['monthName']} data-month={month}>
        {t.month({ year, month: String(Number(number)) })}
      </h2>
      <ActionIcon variant="default" size={30} aria-label={t.next} onClick={() => onMonth(1)}>
        <IconChevronRight size={16} stroke={1.5} />
      </ActionIcon>
      <Button variant="default" onClick={onToday}>
        {t.today}
      </Button>
      <div className={classes['spacer']} />
      <CityField />
      <Button
        variant="default"
        leftSection={<IconFileImport size={16} stroke={1.5} />}
        title={t.importHint}
        onClick={() => file.current?.click()}
      >
        {t.importFile}
      </Button>
      <FileField
        inputRef={file}
        onFile={(chosen) => {
          setDroppedFile(chosen);
          navigate('/imports');
        }}
      />
      <ExportButton
        list="holidays"
        query={{ search: '', page: 1, pageSize: 100, filters: { year } }}
        columns={[]}
      />
      <Button leftSection={<IconPlus size={16} stroke={1.5} />} onClick={onAdd} data-add-promotion>
        {t.promotions.add}
      </Button>
    </div>
  );
}
