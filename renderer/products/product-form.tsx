import { Button } from '@mantine/core';
import { useState } from 'react';
import { mutate } from '../api/client.ts';
import { invalidate } from '../api/hooks.ts';
import { useText } from '../ui/language.tsx';
import { notifyFailure, notifyUndo } from '../ui/notify.tsx';
import { Section } from '../ui/section.tsx';
import { cardOf, changeOf, draftOf, wrongFields } from './product-draft.ts';
import type { ProductCard } from './product-draft.ts';
import { MasterFields, PolicyFields, StockFields } from './product-fields.tsx';
import { useSharingAsked } from './use-sharing-asked.ts';
import classes from './products.module.css';

interface Product extends ProductCard {
  readonly id: string;
  readonly version: number;
}

/** With what was seen, so that a conflict can say what changed meanwhile. */
async function saveProduct(
  { id, version }: Pick<Product, 'id' | 'version'>,
  change: Partial<ProductCard>,
  { seen, sharing }: { readonly seen: Partial<ProductCard>; readonly sharing: boolean },
) {
  const saved = await mutate('products.save', { id, version, change, seen, sharing });
  await invalidate('products', 'barcodes', 'stock', 'home');
  return saved;
}

/** What the product is and what the reorder depends on, editable: saved with a button, taken back from the toast. */
export function ProductForm({ product }: { readonly product: Product }) {
  const t = useText();
  const words = t.lists.product;
  const [draft, setDraft] = useState(() => draftOf(product));
  const [saving, setSaving] = useState(false);
  const sharingAsked = useSharingAsked();
  const wrong = wrongFields(draft);
  const change = wrong.size === 0 ? changeOf(product, draft) : {};
  const dirty = JSON.stringify(draft) !== JSON.stringify(draftOf(product));
  const save = async (): Promise<void> => {
    setSaving(true);
    try {
      const saved = await sharingAsked((sharing) =>
        saveProduct(product, change, { seen: cardOf(product), sharing }),
      );
      if (saved === undefined) return;
      const before = Object.fromEntries(
        Object.keys(change).map((key) => [key, product[key as keyof ProductCard]]),
      );
      notifyUndo(words.saved({ name: product.name }), () =>
        saveProduct(saved.product, before, { seen: cardOf(saved.product), sharing: true }),
      );
    } catch (error) {
      notifyFailure(error);
      // Changed elsewhere since: what is there now is shown, and the form begins with it.
      await invalidate('products');
    } finally {
      setSaving(false);
    }
  };
  const onSubmit = (event: { preventDefault(): void }): void => {
    event.preventDefault();
    if (Object.keys(change).length > 0) void save();
  };
  return (
    <Section title={<span title={words.policyHint}>{words.policy}</span>}>
      <form onSubmit={onSubmit}>
        <MasterFields draft={draft} wrong={wrong} onChange={(part) => setDraft({ ...draft, ...part })} />
        <StockFields draft={draft} wrong={wrong} onChange={(part) => setDraft({ ...draft, ...part })} />
        <PolicyFields draft={draft} wrong={wrong} onChange={(part) => setDraft({ ...draft, ...part })} />
        <div className={classes['formFoot']}>
          <Button type="submit" loading={saving} disabled={Object.keys(change).length === 0}>
            {t.kit.save}
          </Button>
          {dirty ? (
            <>
              <Button variant="subtle" color="gray" onClick={() => setDraft(draftOf(product))}>
                {words.revert}
              </Button>
              <span className={classes['unsaved']}>{words.unsaved}</span>
            </>
          ) : null}
        </div>
      </form>
    </Section>
  );
}
