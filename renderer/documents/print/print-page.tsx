import { Button, Checkbox, Select } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { IconPrinter } from '@tabler/icons-react';
import { createPortal } from 'react-dom';
import { useLocation, useSearch } from 'wouter';
import { paperRows } from '#app/stock/paper.ts';
import { useApiQuery } from '../../api/hooks.ts';
import { BackTo } from '../../ui/back-to.tsx';
import { useText } from '../../ui/language.tsx';
import { Page } from '../../ui/page.tsx';
import { QueryState } from '../../ui/states.tsx';
import type { DocumentViewed } from '../document-page.tsx';
import { PaperPages } from './paper-pages.tsx';
import { isPaper, paperNames, papers } from './papers.ts';
import type { Paper } from './papers.ts';
import classes from './paper.module.css';

/** A document as it will lie on the desk, on the paper that is in the printer. */
export function DocumentPrintPage({ id }: { readonly id: string }) {
  const answer = useApiQuery('documents.get', { id });
  const settings = useApiQuery('settings.get');
  return (
    <QueryState query={answer}>
      {(view) => (
        <QueryState query={settings}>
          {({ distributorName }) => <PrintPreview view={view} distributor={distributorName} />}
        </QueryState>
      )}
    </QueryState>
  );
}

interface PrintPreviewProps {
  readonly view: DocumentViewed;
  readonly distributor: string;
}

function PrintPreview({ view, distributor }: PrintPreviewProps) {
  const words = useText().documents.print;
  const [, navigate] = useLocation();
  const { id } = view.document;
  const asked = new URLSearchParams(useSearch()).get('paper');
  const [last, setLast] = useLocalStorage<Paper>({
    key: 'zongdai.print.paper',
    defaultValue: 'a4',
    getInitialValueInEffect: false,
  });
  const paper = isPaper(asked) ? asked : last;
  const rows = paperRows(view);
  const hasPrices = rows.some(({ unitPrice }) => unitPrice !== null);
  const [withPrices, setWithPrices] = useLocalStorage<boolean>({
    key: 'zongdai.print.prices',
    defaultValue: true,
    getInitialValueInEffect: false,
  });
  const { width, height } = papers[paper];
  const pages = (
    <PaperPages
      view={view}
      rows={rows}
      paper={paper}
      distributor={distributor}
      showPrices={hasPrices && withPrices}
    />
  );
  return (
    <Page
      title={`${words.title} ${view.document.number}`}
      leading={<BackTo href={`/documents/${id}`} />}
      actions={
        <>
          {hasPrices ? (
            <Checkbox
              label={words.showPrices}
              checked={withPrices}
              onChange={(event) => setWithPrices(event.currentTarget.checked)}
            />
          ) : null}
          <Select
            w={200}
            aria-label={words.paper}
            value={paper}
            allowDeselect={false}
            data={paperNames.map((value) => ({ value, label: words.papers[value] }))}
            onChange={(value) => {
              if (value === null) return;
              setLast(value);
              navigate(`/documents/${id}/print?paper=${value}`, { replace: true });
            }}
          />
          <Button
            leftSection={<IconPrinter size={16} stroke={1.5} />}
            onClick={() => globalThis.print()}
            data-print-now
          >
            {words.print}
          </Button>
        </>
      }
    >
      <p className={classes['hint']}>{words.hint}</p>
      <div className={classes['desk']}>{pages}</div>
      {createPortal(
        <div className={classes['printed']}>
          {/* The size stands in the page's own rules, so that the print dialog proposes it. */}
          <style>{`@page { size: ${width}mm ${height}mm; margin: 0 } @media print { #root, [data-portal] { display: none !important } html, body { margin: 0; padding: 0 } }`}</style>
          {pages}
        </div>,
        document.body,
      )}
    </Page>
  );
}
