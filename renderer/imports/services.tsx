import { SegmentedControl } from '@mantine/core';
import type { ImportOverview } from '#app/exchange/views.ts';
import { useText } from '../ui/language.tsx';
import type { ImportWork } from './import-work.ts';
import { replan, wishOf } from './run-import.ts';

interface ServicesProps {
  readonly work: ImportWork;
  readonly overview: ImportOverview;
}

/** New products that are charges: services, or goods like others. */
export function Services({ work, overview }: ServicesProps) {
  const t = useText();
  const words = t.imports.check;
  const wish = wishOf(overview, work.wish);
  return (
    <SegmentedControl
      size="xs"
      aria-label={words.services}
      data={[
        { value: 'services', label: words.servicesAs },
        { value: 'goods', label: words.servicesOff },
      ]}
      value={wish.options.services ? 'services' : 'goods'}
      onChange={(value) =>
        void replan({ ...wish, options: { ...wish.options, services: value === 'services' } })
      }
      data-services
    />
  );
}
