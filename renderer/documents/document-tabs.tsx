import { SegmentedControl } from '@mantine/core';
import { useLocation } from 'wouter';
import { useText } from '../ui/language.tsx';

const tabs = ['/documents', '/orders', '/sales'] as const;

/** Stock documents, purchase orders and sales lines are three lists of one place. */
export function DocumentTabs() {
  const t = useText();
  const [location, navigate] = useLocation();
  return (
    <SegmentedControl
      size="xs"
      value={tabs.find((tab) => location.startsWith(tab)) ?? '/documents'}
      onChange={navigate}
      data={[
        { value: '/documents', label: t.lists.documents.tabStock },
        { value: '/orders', label: t.lists.documents.tabOrders },
        { value: '/sales', label: t.lists.documents.tabSales },
      ]}
    />
  );
}
