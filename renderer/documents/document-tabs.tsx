import { SegmentedControl } from '@mantine/core';
import { useLocation } from 'wouter';
import { useText } from '../ui/language.tsx';

const tabs = ['/documents', '/documents/drafts', '/orders', '/customer-orders', '/sales'] as const;

/** Stock documents, orders and sales lines are lists of one place. */
export function DocumentTabs() {
  const t = useText();
  const [location, navigate] = useLocation();
  return (
    <SegmentedControl
      size="xs"
      value={tabs.findLast((tab) => location.startsWith(tab)) ?? '/documents'}
      onChange={navigate}
      data={[
        { value: '/documents', label: t.lists.documents.tabStock },
        { value: '/documents/drafts', label: t.documents.list.tabDrafts },
        { value: '/orders', label: t.lists.documents.tabOrders },
        { value: '/customer-orders', label: t.lists.documents.tabCustomerOrders },
        { value: '/sales', label: t.lists.documents.tabSales },
      ]}
    />
  );
}
