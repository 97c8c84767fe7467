import { ActionIcon, Group, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconX } from '@tabler/icons-react';
import { explainSuggestion } from '#app/replenishment/explain.ts';
import type { ReorderDetailView, ReorderLineView, ReorderPlanView } from '#app/replenishment/types.ts';
import { useApiQuery } from '../api/hooks.ts';
import { useText } from '../ui/language.tsx';
import { ErrorState, LoadingState } from '../ui/states.tsx';
import { History } from './history.tsx';
import { LineNote } from './line-note.tsx';
import { Method } from './method.tsx';
import { Policy } from './policy.tsx';
import { RiskBadge } from './risk-badge.tsx';
import { Why } from './why.tsx';
import classes from './panel.module.css';

interface PanelProps {
  readonly plan: ReorderPlanView;
  readonly line: ReorderLineView;
  readonly onClose: () => void;
}

/** Everything behind one suggestion, beside the table. */
export function Panel({ plan, line, onClose }: PanelProps) {
  const t = useText();
  const service = line.terms?.serviceLevel ?? plan.parameters.serviceLevel;
  return (
    <aside className={classes['panel']} aria-label={t.reorder.panel.label}>
      <header className={classes['panelHead']}>
        <div style={{ flex: 1, minWidth: 0 }}>
          <h2 className={classes['panelTitle']}>{line.name}</h2>
          <Group gap={12}>
            <Text size="sm" c="dimmed">
              {line.code}
            </Text>
            <RiskBadge line={line} />
            <LineNote line={line} />
          </Group>
        </div>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t.reorder.panel.close}
          title={t.reorder.panel.close}
          onClick={onClose}
        >
          <IconX size={16} stroke={1.5} />
        </ActionIcon>
      </header>
      <div className={classes['panelBody']} tabIndex={0} role="region" aria-label={t.reorder.panel.why}>
        <p className={classes['sentence']} data-sentence>
          {explainSuggestion(t.reorder.explanation, line)}
        </p>
        <Why line={line} serviceLevel={service} />
        <Behind planId={plan.id} line={line} />
        <Policy line={line} serviceLevel={service} />
      </div>
    </aside>
  );
}

/** What has to be asked for; walking fast through the lines asks only where the person stays. */
function Behind({ planId, line }: { readonly planId: string; readonly line: ReorderLineView }) {
  const [productId] = useDebouncedValue(line.productId, 120);
  const answer = useApiQuery('replenishment.detail', { planId, productId }, { keepPrevious: true });
  const detail = answer.data as ReorderDetailView | undefined;
  if (detail === undefined) {
    return answer.error === null ? (
      <LoadingState rows={6} />
    ) : (
      <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />
    );
  }
  return (
    <>
      <History detail={detail} />
      <Method detail={detail} />
    </>
  );
}
