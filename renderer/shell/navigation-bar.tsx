import { Tooltip, UnstyledButton } from '@mantine/core';
import { IconLayoutSidebarLeftCollapse, IconLayoutSidebarLeftExpand } from '@tabler/icons-react';
import { Link } from 'wouter';
import { useApiQuery } from '../api/hooks.ts';
import { useText } from '../ui/language.tsx';
import { isCurrent, navigation } from './navigation.ts';
import type { NavigationEntry } from './navigation.ts';
import classes from './frame.module.css';

interface NavigationProps {
  readonly location: string;
  readonly narrow: boolean;
  readonly onNarrow: (narrow: boolean) => void;
}

export function Navigation({ location, narrow, onNarrow }: NavigationProps) {
  const t = useText();
  const waiting = useWaiting();
  const Icon = narrow ? IconLayoutSidebarLeftExpand : IconLayoutSidebarLeftCollapse;
  return (
    <nav className={classes['nav']} aria-label={t.shell.nav.label}>
      <div className={classes['brand']}>
        <span className={classes['brandMark']} aria-hidden>
          {t.shell.productShort.slice(0, 1)}
        </span>
        <span className={classes['brandText']}>{t.shell.product}</span>
      </div>
      <div className={classes['links']}>
        {navigation.map((entry) => (
          <NavigationLink
            key={entry.path}
            entry={entry}
            current={isCurrent(entry, location)}
            narrow={narrow}
            count={waiting[entry.name] ?? 0}
          />
        ))}
      </div>
      <div className={classes['navFoot']}>
        <UnstyledButton
          className={classes['collapse'] ?? ''}
          onClick={() => onNarrow(!narrow)}
          aria-label={narrow ? t.shell.nav.expand : t.shell.nav.collapse}
        >
          <Icon size={18} stroke={1.5} aria-hidden />
          {narrow ? null : t.shell.nav.collapse}
        </UnstyledButton>
      </div>
    </nav>
  );
}

/** Where work waits: suggestions that would run out. */
function useWaiting(): Partial<Record<NavigationEntry['name'], number>> {
  const summary = useApiQuery('home.summary', undefined, { refetchInterval: 60_000 });
  return summary.data === undefined ? {} : { reorder: summary.data.late };
}

interface NavigationLinkProps {
  readonly entry: NavigationEntry;
  readonly current: boolean;
  readonly narrow: boolean;
  readonly count: number;
}

function NavigationLink({ entry, current, narrow, count }: NavigationLinkProps) {
  const t = useText();
  const Icon = entry.icon;
  const name = t.shell.nav[entry.name];
  return (
    <Tooltip label={name} position="right" disabled={!narrow}>
      <Link
        href={entry.path}
        className={`${classes['link']} ${current ? classes['linkCurrent'] : ''}`}
        {...(current ? { 'aria-current': 'page' as const } : {})}
        aria-label={count > 0 ? t.shell.nav.withWaiting({ name, count }) : name}
      >
        <Icon size={18} stroke={1.5} aria-hidden />
        <span className={classes['linkText']}>{name}</span>
        {count > 0 ? (
          <span className={classes['count']} title={t.shell.nav.waiting({ count })}>
            {count > 99 ? '99+' : count}
          </span>
        ) : null}
      </Link>
    </Tooltip>
  );
}
