import { ActionIcon, Group } from '@mantine/core';
import { IconArrowBackUp, IconFileAlert } from '@tabler/icons-react';
import { useSearch } from 'wouter';
import type { ImportHistoryRow } from '#app/exchange/views.ts';
import { mutate } from '../api/client.ts';
import { downloadFile } from '../api/download.ts';
import { DataTable } from '../ui/data-table/data-table.tsx';
import type { Column } from '../ui/data-table/types.ts';
import { useText } from '../ui/language.tsx';
import { notifyDone, notifyFailure } from '../ui/notify.tsx';
import { DayText, QuantityText } from '../ui/numbers.tsx';
import { Section } from '../ui/section.tsx';
import { StatusBadge } from '../ui/status-badge.tsx';
import { EmptyState } from '../ui/states.tsx';
import type { Catalogue } from '#app/i18n/zh-CN.ts';
import { useUndoImport } from './undo-import.tsx';
import classes from './imports.module.css';

/** Saves the failing rows with a reason column; false when there is none. */
export async function saveProblemRows(
  of: { importId: string } | { sessionId: string; language: 'zh-CN' | 'en' },
): Promise<boolean> {
  const { fileId } = await mutate('imports.problemWorkbook', of);
  if (fileId === null) return false;
  downloadFile(fileId);
  return true;
}

/** What was imported before, with the way back. */
export function ImportHistory() {
  const t = useText();
  const { undo, busy, result } = useUndoImport();
  const shown = new URLSearchParams(useSearch()).get('id');
  const problems = async (row: ImportHistoryRow): Promise<void> => {
    try {
      if (!(await saveProblemRows({ importId: row.id }))) notifyDone(t.imports.check.noProblems);
    } catch (error) {
      notifyFailure(error);
    }
  };
  return (
    <Section title={t.imports.history.title} flush>
      <div className={classes['history']}>
        <DataTable
          id="imports"
          list="imports.history"
          label={t.imports.history.title}
          columns={historyColumns(t, { busy, undo, problems: (row) => void problems(row) })}
          rowKey={(row: ImportHistoryRow) => row.id}
          rowClassName={(row: ImportHistoryRow) => (row.id === shown ? classes['pointed'] : undefined)}
          searchPlaceholder={t.imports.history.search}
          exportAs="imports"
          empty={<EmptyState text={t.imports.history.empty} />}
          pageSize={50}
        />
      </div>
      {result}
    </Section>
  );
}

interface HistoryActions {
  readonly busy: string | null;
  readonly undo: (row: ImportHistoryRow) => void;
  readonly problems: (row: ImportHistoryRow) => void;
}

function historyColumns(t: Catalogue, actions: HistoryActions): Column<ImportHistoryRow>[] {
  const words = t.imports.history;
  const count = (
    key: 'rows' | 'accepted' | 'corrected' | 'duplicates' | 'rejected',
    hidden = false,
  ): Column<ImportHistoryRow> => ({
    key,
    title: words[key],
    width: 84,
    numeric: true,
    hidden,
    render: (row) => <QuantityText value={row[key]} />,
  });
  return [
    {
      key: 'createdAt',
      title: words.createdAt,
      width: 136,
      sortable: true,
      render: (row) => <DayText value={row.createdAt} />,
    },
    { key: 'fileName', title: words.fileName, sortable: true, always: true },
    { key: 'mode', title: words.mode, width: 80, render: (row) => words.modeNames[row.mode] },
    {
      key: 'allowNegative',
      title: words.allowNegative,
      width: 92,
      render: (row) =>
        row.allowNegative ? <StatusBadge tone="warn">{words.negativeAllowed}</StatusBadge> : t.kit.none,
    },
    {
      key: 'asOf',
      title: words.asOf,
      width: 100,
      hidden: true,
      render: (row) => <DayText value={row.asOf} />,
    },
    count('rows'),
    count('accepted'),
    count('corrected', true),
    count('duplicates'),
    count('rejected'),
    {
      key: 'status',
      title: words.status,
      width: 92,

      render: (row) => <HistoryStatus row={row} />,
    },
    { key: 'actor', title: words.actor, width: 90, hidden: true },
    {
      key: 'actions',
      title: words.actions,
      width: 84,
      always: true,
      render: (row) => <HistoryButtons row={row} actions={actions} />,
    },
  ];
}

function HistoryStatus({ row }: { readonly row: ImportHistoryRow }) {
  const t = useText();
  return row.status === 'committed' ? (
    <StatusBadge tone="good">{t.imports.history.committed}</StatusBadge>
  ) : (
    <StatusBadge tone="quiet">{t.imports.history.undone}</StatusBadge>
  );
}

function HistoryButtons({
  row,
  actions,
}: {
  readonly row: ImportHistoryRow;
  readonly actions: HistoryActions;
}) {
  const t = useText();
  const words = t.imports.history;
  return (
    <Group gap={4} wrap="nowrap" onKeyDown={(event) => event.stopPropagation()}>
      <ActionIcon
        variant="subtle"
        color="gray"
        disabled={row.status === 'undone'}
        loading={actions.busy === row.id}
        aria-label={words.undo}
        title={words.undo}
        onClick={() => actions.undo(row)}
        data-undo-import
      >
        <IconArrowBackUp size={16} stroke={1.5} />
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        color="gray"
        disabled={row.rejected === 0}
        aria-label={words.problems}
        title={words.problems}
        onClick={() => actions.problems(row)}
      >
        <IconFileAlert size={16} stroke={1.5} />
      </ActionIcon>
    </Group>
  );
}
