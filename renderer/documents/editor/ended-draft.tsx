import { Button } from '@mantine/core';
import { useLocation } from 'wouter';
import type { OutputOf } from '../../api/contract.ts';
import { BackTo } from '../../ui/back-to.tsx';
import { useText } from '../../ui/language.tsx';
import { Page } from '../../ui/page.tsx';
import { EmptyState } from '../../ui/states.tsx';

/** A draft that was posted or discarded: the way on. */
export function EndedDraft({ draft }: { readonly draft: OutputOf<'documents.draft'> }) {
  const t = useText();
  const words = t.documents;
  const [, navigate] = useLocation();
  const { documentId } = draft;
  return (
    <Page
      title={words.draftTitle({ kind: t.stockWords.kinds[draft.sheet.kind] })}
      leading={<BackTo href="/documents/drafts" />}
    >
      <EmptyState
        text={words.ended}
        action={
          documentId === null ? null : (
            <Button onClick={() => navigate(`/documents/${documentId}`, { replace: true })}>
              {words.openDocument}
            </Button>
          )
        }
      />
    </Page>
  );
}
