import { SegmentedControl } from '@mantine/core';
import { useLocation } from 'wouter';
import { useText } from '../ui/language.tsx';

const tabs = ['/calendar', '/calendar/promotions'] as const;

/** The month, and the list of promotions. */
export function CalendarTabs() {
  const t = useText();
  const [location, navigate] = useLocation();
  return (
    <SegmentedControl
      size="xs"
      aria-label={t.calendar.title}
      value={location}
      onChange={navigate}
      data={tabs.map((tab) => ({ value: tab, label: t.calendar.tabs[tab] }))}
    />
  );
}
