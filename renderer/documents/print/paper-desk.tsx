import { Button, Checkbox, Select } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { IconPrinter } from '@tabler/icons-react';
import { createPortal } from 'react-dom';
import { useLocation, useSearch } from 'wouter';
import { useApiQuery } from '../../api/hooks.ts';
import { BackTo } from '../../ui/back-to.tsx';
import { useText } from '../../ui/language.tsx';
import { Page } from '../../ui/page.tsx';
import { QueryState } from '../../ui/states.tsx';
import { PaperPages } from './paper-pages.tsx';
import type { PaperContent } from './paper-pages.tsx';
import { isPaper, paperNames, papers } from './papers.ts';
import type { Paper } from './papers.ts';
import classes from './paper.module.css';

interface PaperDeskProps {
  readonly content: PaperContent;
  readonly number: string;
  /** The page of what is printed; the preview lies at `print` below it. */
  readonly href: string;
}

/**
 * A document or an order as it will lie on the desk, on the paper that is in the printer: chosen by `?paper=`, or as the last
 * time, whatever was printed then.
 */
export function PaperDesk(props: PaperDeskProps) {
  const settings = useApiQuery('settings.get');
  return (
    <QueryState query={settings}>
      {({ distributorName }) => <Preview {...props} distributor={distributorName} />}
    </QueryState>
  );
}

function Preview({ content, number, href, distributor }: PaperDeskProps & { readonly distributor: string }) {
  const words = useText().documents.print;
  const { paper, choose } = usePaper(href);
  const hasPrices = content.rows.some(({ unitPrice }) => unitPrice !== null);
  const [withPrices, setWithPrices] = useLocalStorage<boolean>({
    key: 'zongdai.print.prices',
    defaultValue: true,
    getInitialValueInEffect: false,
  });
  const { width, height } = papers[paper];
  const pages = (
    <PaperPages
      content={content}
      paper={paper}
      distributor={distributor}
      showPrices={hasPrices && withPrices}
    />
  );
  return (
    <Page
      title={`${words.title} ${number}`}
      leading={<BackTo href={href} />}
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
            onChange={(value) => (value === null ? undefined : choose(value))}
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

/** Kept in the address, so that a reload shows the same, and remembered for what is printed next. */
function usePaper(href: string): { readonly paper: Paper; readonly choose: (paper: Paper) => void } {
  const [, navigate] = useLocation();
  const asked = new URLSearchParams(useSearch()).get('paper');
  const [last, setLast] = useLocalStorage<Paper>({
    key: 'zongdai.print.paper',
    defaultValue: 'a4',
    getInitialValueInEffect: false,
  });
  return {
    paper: isPaper(asked) ? asked : last,
    choose: (paper) => {
      setLast(paper);
      navigate(`${href}/print?paper=${paper}`, { replace: true });
    },
  };
}
