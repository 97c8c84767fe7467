import { SegmentedControl } from '@mantine/core';
import { useHistoryState } from '../../ui/history-state.ts';
import { useText } from '../../ui/language.tsx';
import { Page } from '../../ui/page.tsx';
import { ReorderTabs } from '../reorder-tabs.tsx';
import { OfferList } from './offer-list.tsx';
import { TransferList } from './transfer-list.tsx';

/** 调拨与调货: moving what lies in the wrong place, before ordering more of it. */
export function BalancePage() {
  const t = useText();
  const words = t.reorderBalance;
  const [shown, setShown] = useHistoryState<'transfers' | 'offers'>('balance.shown', () => 'transfers');
  const choice = (
    <SegmentedControl
      size="xs"
      aria-label={words.show}
      value={shown}
      onChange={setShown}
      data={(['transfers', 'offers'] as const).map((value) => ({ value, label: words[value] }))}
    />
  );
  return (
    <Page title={words.title} subtitle={<ReorderTabs />} actions={choice} flush>
      {shown === 'transfers' ? <TransferList /> : <OfferList />}
    </Page>
  );
}
