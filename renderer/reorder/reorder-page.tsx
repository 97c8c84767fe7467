import { Button } from '@mantine/core';
import { IconCalculator, IconUpload } from '@tabler/icons-react';
import { Link } from 'wouter';
import type { ReorderPlanView } from '#app/replenishment/types.ts';
import { useApiQuery } from '../api/hooks.ts';
import { JobProgress } from '../ui/job-progress.tsx';
import { useText } from '../ui/language.tsx';
import { Page } from '../ui/page.tsx';
import { StatusBadge } from '../ui/status-badge.tsx';
import { EmptyState, ErrorState, LoadingState } from '../ui/states.tsx';
import { Lines } from './lines.tsx';
import { OrderActions } from './order-actions.tsx';
import { Parameters } from './parameters.tsx';
import { ReorderTabs } from './reorder-tabs.tsx';
import { TotalsBar } from './totals-bar.tsx';
import { useCompute } from './use-compute.ts';
import type { Compute } from './use-compute.ts';
import classes from './reorder.module.css';

/** 补货建议: what to order, how much, and why. */
export function ReorderPage() {
  const t = useText();
  const answer = useApiQuery('replenishment.current');
  const compute = useCompute();
  const plan = answer.data;
  if (plan === undefined) {
    return (
      <Page title={t.reorder.title} subtitle={<ReorderTabs />} flush>
        {answer.error === null ? (
          <LoadingState rows={14} />
        ) : (
          <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />
        )}
      </Page>
    );
  }
  if (plan === null) return <NoPlan compute={compute} />;
  return (
    <Page title={t.reorder.title} subtitle={<ReorderTabs />} flush>
      <TotalsBar plan={plan}>
        <OrderActions plan={plan} disabled={compute.running} />
      </TotalsBar>
      {compute.running ? (
        <div className={classes['computing']}>
          <JobProgress state={compute.state} />
        </div>
      ) : plan.status === 'open' ? (
        <AsOf plan={plan} compute={compute} />
      ) : (
        <OrderedAlready compute={compute} />
      )}
      <Lines key={plan.id} plan={plan} />
    </Page>
  );
}

interface PlanProps {
  readonly plan: ReorderPlanView;
  readonly compute: Compute;
}

/** As of which day and with which terms, why, and the way to change that. */
function AsOf({ plan, compute }: PlanProps) {
  const t = useText();
  const words = t.reorder.asOf;
  const { parameters } = plan;
  const reason = plan.asOfReason === 'today' ? words.today : words[plan.asOfReason]({ day: plan.asOf });
  const terms = t.reorder.parameters.summary({
    review: parameters.reviewDays,
    lead: parameters.defaultLeadDays,
    service: String(Number((parameters.serviceLevel * 100).toFixed(1))),
  });
  return (
    <div className={classes['asOf']}>
      <span data-as-of={plan.asOf}>{reason}</span>
      <span className={classes['quiet']}>{terms}</span>
      <Parameters
        key={plan.id}
        parameters={parameters}
        disabled={compute.running}
        onCompute={(input) => void compute.start(input)}
      />
      {plan.outdated ? <Outdated plan={plan} compute={compute} /> : null}
    </div>
  );
}

/** What the plan was made of changed since: ordering from it could order twice what came or was ordered meanwhile. */
function Outdated({ plan, compute }: PlanProps) {
  const words = useText().reorder.outdated;
  const { edited } = plan.counts;
  // Working out again takes its terms and day from the settings and the newest sale unless the person asked for a day.
  const input = plan.asOfReason === 'asked' ? { ...plan.parameters } : {};
  return (
    <span className={classes['outdated']} data-outdated>
      <StatusBadge tone="warn">{words.text}</StatusBadge>
      <Button size="compact-sm" variant="default" onClick={() => void compute.start(input)}>
        {edited === 0 ? words.action : words.actionLosing({ count: edited })}
      </Button>
    </span>
  );
}

/** The plan became an order: the next one starts from what is on order now. */
function OrderedAlready({ compute }: Pick<PlanProps, 'compute'>) {
  const t = useText();
  return (
    <div className={classes['asOf']} data-ordered>
      <StatusBadge tone="good">{t.reorder.empty.ordered}</StatusBadge>
      <Button size="compact-sm" variant="default" onClick={() => void compute.start({})}>
        {t.reorder.parameters.recompute}
      </Button>
    </div>
  );
}

/** Nothing to reckon from, or nothing reckoned yet: one sentence and one button. */
function NoPlan({ compute }: { readonly compute: Compute }) {
  const t = useText();
  const summary = useApiQuery('home.summary');
  const sales = summary.data?.salesLines;
  return (
    <Page title={t.reorder.title} subtitle={<ReorderTabs />}>
      {compute.running ? (
        <div style={{ maxWidth: 480, margin: '80px auto' }}>
          <JobProgress state={compute.state} />
        </div>
      ) : sales === undefined ? (
        <LoadingState />
      ) : sales === 0 ? (
        <EmptyState
          text={t.reorder.empty.noSales}
          action={
            <Button component={Link} href="/imports" leftSection={<IconUpload size={16} stroke={1.5} />}>
              {t.reorder.empty.toImport}
            </Button>
          }
        />
      ) : (
        <EmptyState
          text={t.reorder.empty.noPlan}
          action={
            <Button
              leftSection={<IconCalculator size={16} stroke={1.5} />}
              onClick={() => void compute.start({})}
            >
              {t.reorder.empty.compute}
            </Button>
          }
        />
      )}
    </Page>
  );
}
