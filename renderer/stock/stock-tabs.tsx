import { SegmentedControl } from '@mantine/core';
import { useLocation } from 'wouter';

import { useText } from '../ui/language.tsx';

/** The pages of stock, in the order in which they are shown; the first is the overview. */
const tabs = [
  '/stock',
  '/stock/expiry',
  '/stock/lots',
  '/stock/slow',
  '/stocktakes',
  '/inspections',
] as const;

/** Views of the same stock, a page each. */
export function StockTabs() {
  const t = useText();
  const [location, navigate] = useLocation();
  const current = tabs.findLast((tab) => location === tab || location.startsWith(`${tab}/`)) ?? '/stock';
  return (
    <SegmentedControl
      size="xs"
      value={current}
      onChange={navigate}
      data={tabs.map((tab) => ({ value: tab, label: t.stock.tabs[tab] }))}
    />
  );
}
