import { Anchor, Button, Group, Text } from '@mantine/core';
import { IconArrowBackUp, IconCircleCheck, IconFileAlert } from '@tabler/icons-react';
import { Link } from 'wouter';
import { formatQuantity } from '#app/core/quantity.ts';
import type { ImportHistoryRow } from '#app/exchange/views.ts';
import { useApiQuery } from '../api/hooks.ts';
import { useText } from '../ui/language.tsx';
import { notifyFailure } from '../ui/notify.tsx';
import { Effect } from './effect.tsx';
import { saveProblemRows } from './import-history.tsx';
import type { Committed, ImportWork } from './import-work.ts';
import { leaveImport } from './run-import.ts';
import { sumOf } from './sheet-sums.tsx';
import { useUndoImport } from './undo-import.tsx';
import classes from './imports.module.css';

interface CommitDoneProps {
  readonly work: ImportWork;
  readonly committed: Committed;
}

/** What an import changed, where to go next, and the way back. */
export function CommitDone({ work, committed }: CommitDoneProps) {
  const t = useText();
  const words = t.imports.commit;
  const sum = sumOf(committed.summary.sheets);
  const counts = {
    rows: formatQuantity(sum.rows),
    accepted: formatQuantity(sum.accepted),
    duplicates: formatQuantity(sum.duplicates),
    rejected: formatQuantity(sum.rejected),
  };
  const nothing = committed.importId === null;
  return (
    <div className={classes['done']} data-committed={committed.importId ?? 'nothing'}>
      <Group gap={8}>
        <IconCircleCheck size={24} stroke={1.5} className={classes['good'] ?? ''} aria-hidden />
        <h2>{nothing ? words.nothingAdded : words.doneTitle}</h2>
      </Group>
      <Group gap={16}>
        {nothing ? null : <Text>{words.doneBody(counts)}</Text>}
        {sum.duplicates + sum.rejected > 0 ? <Text c="dimmed">{words.left(counts)}</Text> : null}
      </Group>
      {nothing ? null : <Effect effect={committed.summary.effect} mode={work.mode} />}
      <PostedDocuments committed={committed} />
      <NextSteps />
      <DoneActions work={work} committed={committed} accepted={sum.accepted} rejected={sum.rejected} />
    </div>
  );
}

/** Links that a person can still take in; the list has the others. */
const shownDocuments = 12;

function PostedDocuments({ committed }: Pick<CommitDoneProps, 'committed'>) {
  const t = useText();
  const words = t.imports.commit;
  const { documents, documentCount } = committed;
  if (documentCount === 0) return null;
  const shown = documents.slice(0, shownDocuments);
  const more = documentCount - shown.length;
  return (
    <Group gap={8} data-posted>
      <Text size="sm" c="dimmed">
        {words.documents({ count: formatQuantity(documentCount) })}
      </Text>
      {shown.map(({ id, number }) => (
        <Anchor key={id} component={Link} href={`/documents/${id}`} size="sm">
          {number}
        </Anchor>
      ))}
      {more > 0 ? (
        <Anchor component={Link} href="/documents" size="sm">
          {words.moreDocuments({ count: formatQuantity(more) })}
        </Anchor>
      ) : null}
    </Group>
  );
}

function NextSteps() {
  const t = useText();
  const words = t.imports.commit;
  return (
    <Group gap={8}>
      <Text size="sm" c="dimmed">
        {words.whatNext}
      </Text>
      <Button component={Link} href="/reorder">
        {words.toReorder}
      </Button>
      <Button component={Link} href="/stock" variant="default">
        {words.toStock}
      </Button>
      <Button component={Link} href="/customers" variant="default">
        {words.toCustomers}
      </Button>
      <Button component={Link} href="/products" variant="default">
        {words.toProducts}
      </Button>
    </Group>
  );
}

interface DoneActionsProps extends CommitDoneProps {
  readonly accepted: number;
  readonly rejected: number;
}

function DoneActions({ work, committed, accepted, rejected }: DoneActionsProps) {
  const t = useText();
  const { undo, busy, result } = useUndoImport(leaveImport);
  const { importId } = committed;
  const history = useApiQuery(
    'imports.history',
    { search: '', page: 1, pageSize: 10, filters: {} },
    { enabled: importId !== null },
  );
  const row = (history.data?.rows as readonly ImportHistoryRow[] | undefined)?.find(
    (one) => one.id === importId,
  );
  const createdAt = row?.createdAt ?? '';
  return (
    <Group gap={8}>
      {importId === null ? null : (
        <>
          <Button
            variant="default"
            leftSection={<IconArrowBackUp size={16} stroke={1.5} />}
            loading={busy !== null}
            disabled={createdAt === ''}
            onClick={() => undo({ id: importId, fileName: work.fileName, createdAt, accepted })}
            data-undo-import
          >
            {t.imports.history.undo}
          </Button>
          <Button
            variant="default"
            leftSection={<IconFileAlert size={16} stroke={1.5} />}
            disabled={rejected === 0}
            onClick={() => void saveProblemRows({ importId }).catch(notifyFailure)}
          >
            {t.imports.check.exportProblems}
          </Button>
        </>
      )}
      <Button variant="default" onClick={leaveImport}>
        {t.imports.commit.importAnother}
      </Button>
      {result}
    </Group>
  );
}
