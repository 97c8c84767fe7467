import { Button, Skeleton, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconInbox } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { failureMessage } from '#app/i18n/catalogue.ts';
import { troubleOf } from '../api/failure.ts';
import { useLanguage, useText } from './language.tsx';
import classes from './kit.module.css';

interface EmptyStateProps {
  /** One sentence: why nothing is here and what to do first. */
  readonly text: ReactNode;
  /** One button (or nothing). */
  readonly action?: ReactNode;
  readonly icon?: ReactNode;
}

export function EmptyState({ text, action, icon }: EmptyStateProps) {
  return (
    <div className={classes['state']}>
      <span className={classes['stateIcon']} aria-hidden>
        {icon ?? <IconInbox size={36} stroke={1.25} />}
      </span>
      <Text className={classes['stateText'] ?? ''}>{text}</Text>
      {action}
    </div>
  );
}

/** The message of anything thrown, in the person's language. */
export function useTroubleText(): (error: unknown) => string {
  const { language } = useLanguage();
  const t = useText();
  return (error) => {
    const trouble = troubleOf(error);
    return trouble.kind === 'offline' ? t.kit.error.offline : failureMessage(language, trouble.failure);
  };
}

interface ErrorStateProps {
  readonly error: unknown;
  readonly onRetry?: (() => void) | undefined;
}

/** What happened, what is safe, what to do. */
export function ErrorState({ error, onRetry }: ErrorStateProps) {
  const t = useText();
  const troubleText = useTroubleText();
  return (
    <div className={classes['state']} role="alert">
      <span className={classes['bad']} aria-hidden>
        <IconAlertTriangle size={36} stroke={1.25} />
      </span>
      <Text fw={600}>{t.kit.error.title}</Text>
      <Text className={classes['stateText'] ?? ''}>{troubleText(error)}</Text>
      <Text size="sm" c="dimmed">
        {t.kit.error.safe}
      </Text>
      {onRetry === undefined ? null : (
        <Button variant="default" onClick={onRetry}>
          {t.kit.retry}
        </Button>
      )}
    </div>
  );
}

/** True once `delay` has passed: what loads faster never flashes a skeleton. */
function useAfter(delay = 150): boolean {
  const [passed, setPassed] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setPassed(true), delay);
    return () => clearTimeout(timer);
  }, [delay]);
  return passed;
}

/** Grey rows in the shape of what is coming, after 150 ms. */
export function LoadingState({ rows = 8 }: { readonly rows?: number }) {
  const t = useText();
  const show = useAfter();
  return (
    <Stack gap={8} p={16} role="status" aria-label={t.kit.loading}>
      {show
        ? Array.from({ length: rows }, (_, index) => <Skeleton key={index} height={20} radius="sm" />)
        : null}
    </Stack>
  );
}

interface QueryStateProps<Data> {
  readonly query: {
    readonly data: Data | undefined;
    readonly error: unknown;
    readonly refetch: () => unknown;
  };
  readonly children: (data: NonNullable<Data>) => ReactNode;
  readonly skeletonRows?: number;
}

/** Loading, error or the answer of a query. */
export function QueryState<Data>({ query, children, skeletonRows = 8 }: QueryStateProps<Data>) {
  if (query.data !== undefined && query.data !== null) return children(query.data);
  if (query.error !== null && query.error !== undefined) {
    return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  }
  return <LoadingState rows={skeletonRows} />;
}
