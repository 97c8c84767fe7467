import { SegmentedControl } from '@mantine/core';
import { useLocation } from 'wouter';
import { useText } from '../ui/language.tsx';

/** Stock documents and purchase orders are two lists of one place. */
export function DocumentTabs() {
  const t = useText();
  const [location, navigate] = useLocation();
  return (
    <SegmentedControl
      size="xs"
      value={location.startsWith('/orders') ? '/orders' : '/documents'}
      onChange={navigate}
      data={[
        { value: '/documents', label: t.lists.documents.tabStock },
        { value: '/orders', label: t.lists.documents.tabOrders },
      ]}
    />
  );
}
