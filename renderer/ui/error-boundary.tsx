import { Button, Group, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { Component } from 'react';
import type { ErrorInfo, ReactNode } from 'react';
import { useText } from './language.tsx';
import classes from './kit.module.css';

interface ErrorBoundaryProps {
  readonly children: ReactNode;
  /** Another value (the address) tries again by itself. */
  readonly resetKey?: string;
}

interface ErrorBoundaryState {
  readonly traceId: string | null;
}

/** Catches a screen that fails while it draws. A class, because React offers no other way. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  override state: ErrorBoundaryState = { traceId: null };

  static getDerivedStateFromError(): ErrorBoundaryState {
    return { traceId: crypto.randomUUID() };
  }

  override componentDidCatch(error: Error, info: ErrorInfo): void {
    // oxlint-disable-next-line no-console -- the console is the only log a page has
    console.error(this.state.traceId, error, info.componentStack);
  }

  override componentDidUpdate(before: ErrorBoundaryProps): void {
    if (this.state.traceId !== null && before.resetKey !== this.props.resetKey)
      this.setState({ traceId: null });
  }

  override render(): ReactNode {
    if (this.state.traceId === null) return this.props.children;
    return <Crashed traceId={this.state.traceId} onRetry={() => this.setState({ traceId: null })} />;
  }
}

function Crashed({ traceId, onRetry }: { readonly traceId: string; readonly onRetry: () => void }) {
  const t = useText();
  return (
    <div className={classes['state']} role="alert">
      <span className={classes['bad']} aria-hidden>
        <IconAlertTriangle size={36} stroke={1.25} />
      </span>
      <Text fw={600}>{t.kit.error.crashed}</Text>
      <Text className={classes['stateText'] ?? ''}>{t.kit.error.crashedSafe}</Text>
      <Text className={classes['stateText'] ?? ''}>{t.kit.error.crashedAction}</Text>
      <Text size="xs" c="dimmed">
        {t.kit.traceId({ id: traceId })}
      </Text>
      <Group gap={8}>
        <Button variant="default" onClick={() => globalThis.location.assign('/')}>
          {t.kit.goHome}
        </Button>
        <Button onClick={onRetry}>{t.kit.retry}</Button>
      </Group>
    </div>
  );
}
