import { ActionIcon } from '@mantine/core';
import { IconChevronLeft, IconChevronRight, IconChevronsLeft, IconChevronsRight } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { formatQuantity } from '#app/core/quantity.ts';
import { useText } from '../language.tsx';
import classes from './data-table.module.css';

interface PagerProps {
  readonly page: number;
  readonly pageSize: number;
  readonly total: number;
  readonly onPage: (page: number) => void;
  /** False while the numbers are not known. */
  readonly known?: boolean;
  /** What stands at the left, such as totals. */
  readonly children?: ReactNode;
  /** What the keyboard can do here; none for an empty text. */
  readonly keys?: ReactNode;
}

/** The foot of a table: what is shown of how much, and the way to the rest. */
export function Pager({ page, pageSize, total, onPage, known = true, keys, children }: PagerProps) {
  const t = useText();
  const pages = Math.max(1, Math.ceil(total / pageSize));
  const range = t.kit.table.range({
    from: formatQuantity(Math.min(total, (page - 1) * pageSize + 1)),
    to: formatQuantity(Math.min(total, page * pageSize)),
    total: formatQuantity(total),
  });
  return (
    <footer className={classes['foot']}>
      <span className={classes['count']}>
        {known ? (pages === 1 ? t.kit.table.total({ total: formatQuantity(total) }) : range) : null}
      </span>
      <div className={classes['footMiddle']}>{children}</div>
      <span className={classes['keys']}>{keys ?? t.kit.table.keys}</span>
      {pages === 1 ? null : (
        <nav
          className={classes['pager']}
          aria-label={t.kit.table.page({ page: String(page), pages: String(pages) })}
        >
          <Step label={t.kit.table.firstPage} disabled={page <= 1} onClick={() => onPage(1)}>
            <IconChevronsLeft size={16} />
          </Step>
          <Step label={t.kit.table.previousPage} disabled={page <= 1} onClick={() => onPage(page - 1)}>
            <IconChevronLeft size={16} />
          </Step>
          <span className={classes['count']}>
            {t.kit.table.page({ page: formatQuantity(page), pages: formatQuantity(pages) })}
          </span>
          <Step label={t.kit.table.nextPage} disabled={page >= pages} onClick={() => onPage(page + 1)}>
            <IconChevronRight size={16} />
          </Step>
          <Step label={t.kit.table.lastPage} disabled={page >= pages} onClick={() => onPage(pages)}>
            <IconChevronsRight size={16} />
          </Step>
        </nav>
      )}
    </footer>
  );
}

interface StepProps {
  readonly label: string;
  readonly disabled: boolean;
  readonly onClick: () => void;
  readonly children: ReactNode;
}

function Step({ label, disabled, onClick, children }: StepProps) {
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size="sm"
      aria-label={label}
      title={label}
      disabled={disabled}
      onClick={onClick}
    >
      {children}
    </ActionIcon>
  );
}
