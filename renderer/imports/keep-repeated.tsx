import { SegmentedControl } from '@mantine/core';
import type { ImportOverview } from '#app/exchange/views.ts';
import { useText } from '../ui/language.tsx';
import type { ImportWork } from './import-work.ts';
import { replan, wishOf } from './run-import.ts';

interface KeepRepeatedProps {
  readonly work: ImportWork;
  readonly overview: ImportOverview;
}

/** Rows repeated within the file: once, or as lines of their own. */
export function KeepRepeated({ work, overview }: KeepRepeatedProps) {
  const t = useText();
  const words = t.imports.check;
  const wish = wishOf(overview, work.wish);
  return (
    <SegmentedControl
      size="xs"
      aria-label={words.duplicatesAction}
      data={[
        { value: 'out', label: words.leaveOut },
        { value: 'in', label: words.importAnyway },
      ]}
      value={wish.options.keepRepeated ? 'in' : 'out'}
      onChange={(value) =>
        void replan({ ...wish, options: { ...wish.options, keepRepeated: value === 'in' } })
      }
      data-keep-repeated
    />
  );
}
