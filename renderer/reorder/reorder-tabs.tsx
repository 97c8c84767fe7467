import { SegmentedControl } from '@mantine/core';
import { useLocation } from 'wouter';
import { useText } from '../ui/language.tsx';

/** The pages of 补货, in the order in which they are shown; the first is the suggestions. */
const tabs = [
  '/reorder',
  '/reorder/balance',
  '/reorder/policies',
  '/reorder/what-if',
  '/reorder/accuracy',
] as const;

/** What to order, and how it is decided. */
export function ReorderTabs() {
  const t = useText();
  const [location, navigate] = useLocation();
  const current = tabs.findLast((tab) => location === tab || location.startsWith(`${tab}/`)) ?? '/reorder';
  return (
    <SegmentedControl
      size="xs"
      value={current}
      onChange={navigate}
      data={tabs.map((tab) => ({ value: tab, label: t.reorder.tabs[tab] }))}
    />
  );
}
