import { Button, Menu } from '@mantine/core';
import {
  IconArrowBackUp,
  IconCopy,
  IconDots,
  IconFilePlus,
  IconFileSpreadsheet,
  IconPrinter,
} from '@tabler/icons-react';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { formatQuantity } from '#app/core/quantity.ts';
import { writtenKinds } from '#app/stock/stock-words.ts';
import type { WrittenKind } from '#app/stock/stock-words.ts';
import { mutate } from '../api/client.ts';
import { downloadFile } from '../api/download.ts';
import { useApiQuery } from '../api/hooks.ts';
import { LabelsButton } from '../labels/labels-button.tsx';
import { useLanguage, useText } from '../ui/language.tsx';
import { notifyDone, notifyFailure } from '../ui/notify.tsx';
import type { DocumentViewed } from './document-page.tsx';
import { ReverseDialog } from './reverse-dialog.tsx';

const icon = { size: 16, stroke: 1.5 } as const;

function isWritten(kind: string): kind is WrittenKind {
  return (writtenKinds as readonly string[]).includes(kind);
}

/** What can be done with a posted document: answer it, print and save it, write it once more, take it back. */
export function DocumentActions({ view }: { readonly view: DocumentViewed }) {
  const { page: words, reverse } = useText().documents;
  const [, navigate] = useLocation();
  const [isReversing, setReversing] = useState(false);
  const saveWorkbook = useWorkbook(view);
  const { document, sheet } = view;
  const isSettled = document.reversedByNumber !== null || document.reversesNumber !== null;
  const { kind } = document;
  return (
    <>
      {isSettled ? null : <AnswerButton view={view} />}
      <LabelsButton documentId={document.id} />
      <Button
        variant="default"
        leftSection={<IconPrinter {...icon} />}
        onClick={() => navigate(`/documents/${document.id}/print`)}
      >
        {words.print}
      </Button>
      <Menu position="bottom-end" shadow="sm" transitionProps={{ duration: 100 }}>
        <Menu.Target>
          <Button variant="default" leftSection={<IconDots {...icon} />} data-more>
            {words.more}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconFileSpreadsheet {...icon} />} onClick={saveWorkbook} data-workbook>
            {words.workbook}
          </Menu.Item>
          {isWritten(kind) ? (
            <Menu.Item
              leftSection={<IconFilePlus {...icon} />}
              onClick={() => navigate(`/documents/new/${kind}`)}
            >
              {words.another}
            </Menu.Item>
          ) : null}
          {sheet === null || sheet.kind === 'transfer_in' ? null : (
            <Menu.Item
              leftSection={<IconCopy {...icon} />}
              onClick={() => navigate(`/documents/new/${sheet.kind}?copy=${document.id}`)}
              data-copy
            >
              {words.copy}
            </Menu.Item>
          )}
          {isSettled || document.importId !== null ? null : (
            <>
              <Menu.Divider />
              <Menu.Item
                color="red"
                leftSection={<IconArrowBackUp {...icon} />}
                onClick={() => setReversing(true)}
                data-reverse
              >
                {reverse.action}
              </Menu.Item>
            </>
          )}
        </Menu.Dropdown>
      </Menu>
      {isReversing ? <ReverseDialog document={document} onClose={() => setReversing(false)} /> : null}
    </>
  );
}

function useWorkbook({ document }: DocumentViewed): () => void {
  const words = useText().documents.page;
  const { language } = useLanguage();
  return () => {
    mutate('documents.workbook', { id: document.id, language }).then(({ fileId, name }) => {
      downloadFile(fileId);
      notifyDone(words.workbookSaved({ name }));
    }, notifyFailure);
  };
}

/** Which document answers one of this kind, in the words of its button. */
const answers = {
  issue: { kind: 'customer_return', word: 'giveBack' },
  receipt: { kind: 'supplier_return', word: 'giveBack' },
  transfer_out: { kind: 'transfer_in', word: 'arrived' },
  assembly: { kind: 'disassembly', word: 'takeApart' },
} as const;

/** Goods that come back, arrive or are taken apart: only while something of them is open. */
function AnswerButton({ view: { document } }: { readonly view: DocumentViewed }) {
  const words = useText().documents.page;
  const [, navigate] = useLocation();
  const { kind, id } = document;
  const answer = kind in answers ? answers[kind as keyof typeof answers] : undefined;
  const origin = useApiQuery('sheets.origin', { id }, { enabled: answer !== undefined });
  const open = (origin.data?.lines ?? []).reduce((sum, line) => sum + line.open, 0);
  if (answer === undefined || open === 0) return null;
  return (
    <Button
      variant={kind === 'transfer_out' ? 'filled' : 'default'}
      title={kind === 'transfer_out' ? words.inTransit({ units: formatQuantity(open) }) : undefined}
      onClick={() => navigate(`/documents/new/${answer.kind}?origin=${id}`)}
      data-answer
    >
      {words[answer.word]}
    </Button>
  );
}
