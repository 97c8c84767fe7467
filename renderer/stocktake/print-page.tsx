import { Button, Select } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { formatQuantity } from '#app/core/quantity.ts';
import type { OutputOf } from '../api/contract.ts';
import { useApiQuery } from '../api/hooks.ts';
import { BackTo } from '../ui/back-to.tsx';
import { useText } from '../ui/language.tsx';
import { momentText } from '../ui/numbers.tsx';
import { Page } from '../ui/page.tsx';
import { QueryState } from '../ui/states.tsx';
import type { StocktakeView } from './stocktake-page.tsx';
import classes from './print.module.css';

type Line = OutputOf<'stocktakes.sheetLines'>[number];

/** The list on paper, to be filled in with a pen. */
export function CountSheetPage({ id }: { readonly id: string }) {
  const view = useApiQuery('stocktakes.get', { id });
  return <QueryState query={view}>{(found) => <CountSheet view={found} />}</QueryState>;
}

function CountSheet({ view }: { readonly view: StocktakeView }) {
  const t = useText();
  const words = t.stocktake;
  const { head, categories } = view;
  const [category, setCategory] = useState<string | null>(null);
  const lines = useApiQuery('stocktakes.sheetLines', { id: head.id });
  return (
    <Page
      title={`${words.print.title} ${head.number}`}
      leading={<BackTo href={`/stocktakes/${head.id}`} />}
      actions={
        <>
          <Select
            w={160}
            clearable
            placeholder={words.allCategories}
            aria-label={words.columns.category}
            value={category === '' ? '-' : category}
            onChange={(value) => setCategory(value === '-' ? '' : value)}
            data={categories.map(({ category: name }) => ({
              value: name === '' ? '-' : name,
              label: name === '' ? words.create.noCategory : name,
            }))}
          />
          <Button
            leftSection={<IconPrinter size={16} stroke={1.5} />}
            onClick={() => globalThis.print()}
            data-print
          >
            {words.print.page}
          </Button>
        </>
      }
    >
      <QueryState query={lines}>
        {(rows) => (
          <Paper head={head} rows={rows.filter((row) => category === null || row.category === category)} />
        )}
      </QueryState>
    </Page>
  );
}

interface PaperProps {
  readonly head: StocktakeView['head'];
  readonly rows: readonly Line[];
}

function Paper({ head, rows }: PaperProps) {
  const words = useText().stocktake;
  const names = words.columns;
  const showsBook = !head.blind;
  const showsShelf = rows.some(({ shelf }) => shelf !== '');
  return (
    <div className={classes['paper']}>
      <h2 className={classes['title']}>{words.print.title}</h2>
      <div className={classes['facts']}>
        <span>{`${names.number} ${head.number}`}</span>
        <span>{`${names.warehouse} ${head.warehouse}`}</span>
        <span>{words.head.frozenAt({ at: momentText(head.createdAt) })}</span>
        <span>{words.print.lines({ lines: formatQuantity(rows.length) })}</span>
      </div>
      <table className={classes['table']}>
        <thead>
          <tr>
            <th className={classes['right']}>{names.line}</th>
            {showsShelf ? <th>{names.shelf}</th> : null}
            <th>{names.code}</th>
            <th className={classes['name']}>{names.name}</th>
            <th>{names.lot}</th>
            <th>{names.expiry}</th>
            <th>{names.unit}</th>
            {showsBook ? <th className={classes['right']}>{names.book}</th> : null}
            <th className={classes['blank']}>{names.counted}</th>
            <th className={classes['blank']}>{words.sheet.fields.note}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.line}>
              <td className={classes['right']}>{row.line}</td>
              {showsShelf ? <td>{row.shelf}</td> : null}
              <td>{row.code}</td>
              <td className={classes['wraps']}>{row.name}</td>
              <td>{row.lot}</td>
              <td>{row.expiryDay}</td>
              <td>{row.unit}</td>
              {showsBook ? (
                <td className={classes['right']}>{row.book === null ? '' : formatQuantity(row.book)}</td>
              ) : null}
              <td aria-label={names.counted} />
              <td aria-label={words.sheet.fields.note} />
            </tr>
          ))}
        </tbody>
      </table>
      <div className={classes['signatures']}>
        <span>{words.print.counter}</span>
        <span>{words.print.checker}</span>
        <span>{words.print.date}</span>
      </div>
    </div>
  );
}
