import { Text } from '@mantine/core';
import {
  IconAlertTriangle,
  IconBox,
  IconCalendarExclamation,
  IconCalculator,
  IconChevronRight,
  IconClipboardCheck,
  IconClockExclamation,
  IconFileImport,
  IconShoppingCart,
} from '@tabler/icons-react';
import type { Catalogue } from '#app/i18n/zh-CN.ts';
import { Link } from 'wouter';
import type { OutputOf } from '../api/contract.ts';
import { useText } from '../ui/language.tsx';
import { Section } from '../ui/section.tsx';
import { orderTasks } from './order-tasks.ts';
import classes from './home.module.css';

type Summary = OutputOf<'home.summary'>;

export interface Task {
  readonly key: string;
  readonly icon: typeof IconBox;
  readonly tone: 'good' | 'warn' | 'bad' | 'info';
  readonly title: string;
  readonly hint?: string;
  readonly href: string;
}

/** Problems first, then what runs out, what to order, what is on its way, what came in. */
function tasksOf(summary: Summary, t: Catalogue): readonly Task[] {
  const words = t.home.tasks;
  const { late, toOrder, imports: importCount } = summary;
  const maybe = (condition: boolean, task: Task): readonly Task[] => (condition ? [task] : []);
  return [
    ...problemsOf(summary, t),
    ...maybe(late > 0, {
      key: 'late',
      icon: IconClockExclamation,
      tone: 'bad',
      title: words.late({ count: late }),
      hint: words.lateHint,
      href: '/reorder?view=late',
    }),
    ...maybe(toOrder > 0, {
      key: 'toOrder',
      icon: IconShoppingCart,
      tone: 'warn',
      title: words.toOrder({ count: toOrder }),
      hint: words.toOrderHint,
      href: '/reorder',
    }),
    ...maybe(toOrder === 0 && late === 0 && summary.salesLines > 0, {
      key: 'compute',
      icon: IconCalculator,
      tone: 'info',
      title: words.compute,
      hint: words.computeHint,
      href: '/reorder',
    }),
    ...orderTasks(summary, t),
    ...maybe(summary.expired + summary.expiring > 0, {
      key: 'expiring',
      icon: IconCalendarExclamation,
      tone: summary.expired > 0 ? 'bad' : 'warn',
      title:
        summary.expired > 0
          ? words.expired({ count: summary.expired })
          : words.expiring({ count: summary.expiring }),
      hint: summary.expired > 0 ? words.expiring({ count: summary.expiring }) : words.expiringHint,
      href: '/stock/expiry',
    }),
    ...maybe(summary.incompleteReceipts > 0, {
      key: 'inspections',
      icon: IconClipboardCheck,
      tone: 'warn',
      title: words.inspections({ count: summary.incompleteReceipts }),
      hint: words.inspectionsHint,
      href: '/inspections?view=missing',
    }),
    ...maybe(summary.stockUnits === 0, {
      key: 'stock',
      icon: IconBox,
      tone: 'info',
      title: words.stock,
      hint: words.stockHint,
      href: '/stock/opening',
    }),
    ...maybe(importCount > 0, {
      key: 'imports',
      icon: IconFileImport,
      tone: 'good',
      title: words.imports({ count: importCount }),
      hint: words.importsHint,
      href: '/imports',
    }),
  ];
}

function problemsOf(summary: Summary, t: Catalogue): readonly Task[] {
  return summary.problems.map(({ kind, count }) => ({
    key: kind,
    icon: IconAlertTriangle,
    tone: kind === 'negativeStock' ? 'bad' : 'warn',
    title: t.home.problems[kind]({ count }),
    hint: t.home.problems.negativeStockHint,
    href: '/stock?view=negative',
  }));
}

export function Inbox({ summary }: { readonly summary: Summary }) {
  const t = useText();
  const tasks = tasksOf(summary, t);
  return (
    <Section title={t.home.inbox} flush>
      {tasks.length === 0 ? (
        <Text p={16} c="dimmed">
          {t.home.inboxEmpty}
        </Text>
      ) : (
        tasks.map((task) => <TaskLink key={task.key} task={task} />)
      )}
    </Section>
  );
}

function TaskLink({ task }: { readonly task: Task }) {
  return (
    <Link href={task.href} className={classes['task']}>
      <task.icon size={20} stroke={1.5} className={classes[task.tone] ?? ''} aria-hidden />
      <span className={classes['taskText']}>
        <span className={classes['taskTitle']}>{task.title}</span>
        {task.hint === undefined ? null : <div className={classes['taskHint']}>{task.hint}</div>}
      </span>
      <IconChevronRight size={16} className={classes['arrow'] ?? ''} aria-hidden />
    </Link>
  );
}
