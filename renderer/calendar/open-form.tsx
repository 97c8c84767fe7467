import type { BusinessDay } from '#app/core/business-day.ts';
import { useApiQuery } from '../api/hooks.ts';
import { ClosureForm } from './closure-form.tsx';
import { EventForm } from './event-form.tsx';
import type { MonthEvent } from './month-items.ts';
import { PromotionForm } from './promotion-form.tsx';

/** Which dialog is to be opened: something new from a day on, or what is there already. */
export type FormToOpen =
  | { readonly kind: 'promotion' | 'event' | 'closure'; readonly day: BusinessDay }
  | { readonly kind: 'promotion'; readonly id: string }
  | { readonly kind: 'event'; readonly event: MonthEvent };

interface OpenFormProps {
  readonly form: FormToOpen;
  readonly onClose: () => void;
}

export function OpenForm({ form, onClose }: OpenFormProps) {
  if ('event' in form)
    return <EventForm event={form.event} firstDay={form.event.firstDay} onClose={onClose} />;
  if ('id' in form) return <StoredPromotion id={form.id} onClose={onClose} />;
  if (form.kind === 'promotion') return <PromotionForm firstDay={form.day} onClose={onClose} />;
  if (form.kind === 'event') return <EventForm firstDay={form.day} onClose={onClose} />;
  return <ClosureForm firstDay={form.day} onClose={onClose} />;
}

function StoredPromotion({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const { data } = useApiQuery('promotions.get', { id });
  if (data === undefined) return null;
  return <PromotionForm key={data.version} promotion={data} firstDay={data.firstDay} onClose={onClose} />;
}
