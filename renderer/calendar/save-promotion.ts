import type { Catalogue } from '#app/i18n/zh-CN.ts';
import { mutate } from '../api/client.ts';
import { invalidate } from '../api/hooks.ts';
import { notifyUndo } from '../ui/notify.tsx';
import { draftOf, formOf, seenOf } from './promotion-draft.ts';
import type { PromotionForm, StoredPromotion } from './promotion-draft.ts';

/** Where it is seen; a plan of what to reorder is outdated by it. */
const shown = ['calendar', 'promotions', 'replenishment'] as const;

/** Saves a new promotion, or the one that was seen, and offers to take it back. */
export async function savePromotion(
  form: PromotionForm,
  stored: StoredPromotion | undefined,
  t: Catalogue,
): Promise<void> {
  const said = t.calendar.promotions.saved({ name: form.name.trim() });
  if (stored === undefined) {
    const made = await mutate('promotions.create', draftOf(form));
    await invalidate(...shown);
    notifyUndo(said, async () => {
      await mutate('promotions.cancel', { id: made.id, version: made.version });
      await invalidate(...shown);
    });
    return;
  }
  const { promotion, previous } = await mutate('promotions.save', {
    ...seenOf(stored),
    promotion: draftOf(form),
  });
  await invalidate(...shown);
  notifyUndo(said, async () => {
    await mutate('promotions.save', {
      id: promotion.id,
      version: promotion.version,
      promotion: draftOf(formOf(previous, previous.firstDay)),
    });
    await invalidate(...shown);
  });
}

/** Cancels a promotion or plans it again, and offers the way back. */
export async function cancelPromotion(
  stored: Pick<StoredPromotion, 'id' | 'version' | 'name'>,
  isCancelled: boolean,
  t: Catalogue,
): Promise<void> {
  const { id, version, name } = stored;
  const words = t.calendar.promotions;
  const changed = await mutate('promotions.cancel', { id, version, isCancelled });
  await invalidate(...shown);
  notifyUndo((isCancelled ? words.cancelled : words.reopened)({ name }), async () => {
    await mutate('promotions.cancel', { id, version: changed.version, isCancelled: !isCancelled });
    await invalidate(...shown);
  });
}
