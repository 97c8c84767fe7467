import { Button, Loader, Select, Text } from '@mantine/core';
import { useState } from 'react';
import type { TextEncoding } from '#app/exchange/sheet.ts';
import type { ImportOverview } from '#app/exchange/views.ts';
import { useText } from '../ui/language.tsx';
import { StatusBadge } from '../ui/status-badge.tsx';
import { ColumnPairs } from './column-pairs.tsx';
import { setWork } from './import-work.ts';
import type { ImportWork } from './import-work.ts';
import { replan, wishOf, withChoice, withEncoding } from './run-import.ts';
import { SameFile } from './same-file.tsx';
import { SheetCard } from './sheet-card.tsx';
import { SheetSettings } from './sheet-settings.tsx';
import classes from './imports.module.css';
import own from './recognise.module.css';

const encodings: readonly TextEncoding[] = ['utf-8', 'gb18030', 'utf-16le', 'utf-16be'];

interface StepProps {
  readonly work: ImportWork;
  readonly overview: ImportOverview;
  readonly replanning: boolean;
}

/** How sheets and columns were understood, to be set right where that is wrong. */
export function RecogniseStep({ work, overview, replanning }: StepProps) {
  const t = useText();
  const words = t.imports.recognise;
  const { guesses } = overview;
  const used = guesses.filter((guess) => guess.kind !== 'other');
  const [name, setName] = useState(() => (used[0] ?? guesses[0])?.name ?? '');
  const sheet = guesses.find((guess) => guess.name === name) ?? used[0] ?? guesses[0];
  const wish = wishOf(overview, work.wish);
  return (
    <>
      <div className={classes['body']}>
        <SameFile overview={overview} />
        <Encoding overview={overview} onEncoding={(encoding) => void replan(withEncoding(wish, encoding))} />
        <div className={own['recognise']}>
          <div className={own['sheets']}>
            <Text size="sm" c="dimmed">
              {words.intro({ sheets: guesses.length, used: used.length })}
            </Text>
            {guesses.map((guess) => (
              <SheetCard
                key={guess.name}
                guess={guess}
                selected={guess.name === sheet?.name}
                onSelect={() => setName(guess.name)}
              />
            ))}
            <Text size="xs" c="dimmed">
              {words.remembered}
            </Text>
          </div>
          {sheet === undefined ? null : (
            <section className={own['columns']} aria-label={words.selectSheet({ name: sheet.name })}>
              <SheetSettings
                guess={sheet}
                onChoice={(change) => void replan(withChoice(wish, sheet.name, change))}
              />
              {sheet.kind === 'other' ? (
                <Text p={16}>
                  {wish.options.choices[sheet.name]?.kind === 'other'
                    ? words.ignoredByChoice
                    : words.ignoredWhy}
                </Text>
              ) : (
                <ColumnPairs
                  guess={sheet}
                  chosen={wish.options.choices[sheet.name]?.columns}
                  onField={(index, field) =>
                    void replan(withChoice(wish, sheet.name, { columns: { [index]: field } }))
                  }
                />
              )}
            </section>
          )}
        </div>
      </div>
      <footer className={classes['foot']}>
        <Button variant="default" onClick={() => setWork({ step: 'file' })}>
          {t.imports.back}
        </Button>
        <div className={classes['footText']} role="status">
          {replanning ? <Rereading /> : <Readiness overview={overview} />}
        </div>
        <Button disabled={used.length === 0} onClick={() => setWork({ step: 'check' })}>
          {t.imports.next}
        </Button>
      </footer>
    </>
  );
}

export function Rereading() {
  const t = useText();
  return (
    <span className={classes['inline']}>
      <Loader size={14} /> {t.imports.recognise.rereading}
    </span>
  );
}

function Readiness({ overview }: Pick<StepProps, 'overview'>) {
  const t = useText();
  const used = overview.guesses.filter((guess) => guess.kind !== 'other');
  if (used.length === 0) return <StatusBadge tone="bad">{t.imports.recognise.nothingRecognised}</StatusBadge>;
  if (used.some((guess) => guess.missing.length > 0))
    return <StatusBadge tone="bad">{t.imports.recognise.missingTitle}</StatusBadge>;
  return <StatusBadge tone="good">{t.imports.recognise.complete}</StatusBadge>;
}

interface EncodingProps {
  readonly overview: ImportOverview;
  readonly onEncoding: (encoding: TextEncoding) => void;
}

/** Only text files have one. */
function Encoding({ overview, onEncoding }: EncodingProps) {
  const t = useText();
  const words = t.imports.recognise;
  if (overview.file.format !== 'csv') return null;
  return (
    <Select
      label={words.encoding}
      description={words.encodingHint}
      data={encodings.map((value) => ({ value, label: words.encodings[value] }))}
      value={overview.file.encoding}
      allowDeselect={false}
      onChange={(value) => {
        if (value !== null) onEncoding(value);
      }}
      w={320}
      data-encoding
    />
  );
}
