import { Text } from '@mantine/core';
import type { OutputOf } from '../api/contract.ts';
import { useApiQuery } from '../api/hooks.ts';
import { DocumentEvidence } from '../inspections/document-evidence.tsx';
import { BackTo } from '../ui/back-to.tsx';
import { useText } from '../ui/language.tsx';
import { Page } from '../ui/page.tsx';
import { Section } from '../ui/section.tsx';
import { SimpleTable } from '../ui/simple-table.tsx';
import { QueryState } from '../ui/states.tsx';
import { BookedLines } from './booked-lines.tsx';
import { DocumentActions } from './document-actions.tsx';
import { DocumentHeadSection } from './document-head.tsx';
import { DocumentState } from './document-state.tsx';
import { Followers } from './followers.tsx';
import { useWrittenColumns, writtenRows } from './written-lines.tsx';
import classes from './documents.module.css';

export type DocumentViewed = OutputOf<'documents.get'>;

/** A posted stock document: read-only, with all that it came from and led to. */
export function DocumentPage({ id }: { readonly id: string }) {
  const answer = useApiQuery('documents.get', { id });
  return <QueryState query={answer}>{(view) => <DocumentView view={view} />}</QueryState>;
}

function DocumentView({ view }: { readonly view: DocumentViewed }) {
  const t = useText();
  const { document, sheet, followers } = view;
  const rows = writtenRows(view);
  const columns = useWrittenColumns(rows);
  return (
    <Page
      title={document.number}
      leading={<BackTo href="/documents" />}
      subtitle={<DocumentState document={document} />}
      actions={<DocumentActions view={view} />}
    >
      <div className={classes['document']}>
        <Section
          title={t.stockWords.kinds[document.kind]}
          aside={
            <Text size="sm" c="dimmed">
              {t.lists.documents.readOnly}
            </Text>
          }
        >
          <DocumentHeadSection document={document} />
        </Section>
        {sheet === null ? null : (
          <Section title={t.documents.page.lines} flush>
            <SimpleTable columns={columns} rows={rows} rowKey={(row) => row.key} />
          </Section>
        )}
        <BookedLines view={view} />
        {followers.length === 0 ? null : <Followers followers={followers} />}
        <DocumentEvidence documentId={document.id} />
      </div>
    </Page>
  );
}
