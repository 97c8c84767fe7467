import { ActionIcon, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'wouter';
import { formatQuantity } from '#app/core/quantity.ts';
import type { OutputOf } from '../api/contract.ts';
import { mutate } from '../api/client.ts';
import { invalidate } from '../api/hooks.ts';
import { ProductField } from './product-field.tsx';
import type { Column } from '../ui/data-table/types.ts';
import { useText } from '../ui/language.tsx';
import { notifyFailure, notifyUndo } from '../ui/notify.tsx';
import { Money, QuantityText } from '../ui/numbers.tsx';
import { readWholeNumber } from '../ui/read-whole-number.ts';
import { Section } from '../ui/section.tsx';
import { SimpleTable } from '../ui/simple-table.tsx';
import card from './card.module.css';
import classes from './products.module.css';

type View = OutputOf<'products.get'>;
type Part = View['parts']['components'][number];
type Line = { readonly productId: string; readonly quantity: number };

const most = { min: 1, max: 1_000_000 } as const;

/** What a set is made of, editable; each change is saved at once and can be taken back. */
export function ProductParts({ view: { product, parts } }: { readonly view: View }) {
  const words = useText().productCard.parts;
  const save = useSaveParts(product);
  const lines = parts.components.map(({ productId, quantity }): Line => ({ productId, quantity }));
  const columns = usePartColumns({
    onQuantity: (part, quantity) =>
      save(lines.map((line) => (line.productId === part.productId ? { ...line, quantity } : line))),
    onRemove: (part) => save(lines.filter(({ productId }) => productId !== part.productId)),
  });
  return (
    <Section title={words.title} aside={<span className={classes['hint']}>{words.hint}</span>} flush>
      {parts.components.length === 0 ? (
        <div className={classes['nothing']}>{words.none}</div>
      ) : (
        <SimpleTable rows={parts.components} rowKey={(part) => part.productId} columns={columns} />
      )}
      <AddPart onProduct={(productId) => save([...lines, { productId, quantity: 1 }])} />
      <PartsFoot parts={parts.components} />
    </Section>
  );
}

function useSaveParts(product: View['product']): (lines: readonly Line[]) => void {
  const words = useText().productCard.parts;
  const write = async (version: number, components: readonly Line[]) => {
    const saved = await mutate('products.saveComponents', {
      id: product.id,
      version,
      components: components.map((line) => ({ ...line })),
    });
    await invalidate('products');
    return saved;
  };
  return (lines) => {
    write(product.version, lines).then(
      ({ version, previous }) =>
        notifyUndo(words.saved({ name: product.name }), () => write(version, previous)),
      async (error: unknown) => {
        notifyFailure(error);
        await invalidate('products.get');
      },
    );
  };
}

interface PartActions {
  readonly onQuantity: (part: Part, quantity: number) => void;
  readonly onRemove: (part: Part) => void;
}

function usePartColumns({ onQuantity, onRemove }: PartActions): readonly Column<Part>[] {
  const t = useText();
  const words = t.productCard.parts;
  return [
    {
      key: 'name',
      title: t.lists.columns.name,
      render: (part) => <Link href={`/products/${part.productId}`}>{`${part.code} ${part.name}`}</Link>,
    },
    {
      key: 'quantity',
      title: words.perSet,
      width: 72,
      numeric: true,
      render: (part) => <PartQuantity part={part} onQuantity={(quantity) => onQuantity(part, quantity)} />,
    },
    {
      key: 'onHand',
      title: t.lists.columns.onHand,
      width: 64,
      numeric: true,
      render: (part) => <QuantityText value={part.onHand} unit={part.unit} />,
    },
    {
      key: 'remove',
      title: '',
      width: 36,
      render: (part) => (
        <ActionIcon
          variant="subtle"
          color="gray"
          size="sm"
          aria-label={words.remove}
          title={words.remove}
          onClick={() => onRemove(part)}
        >
          <IconTrash size={16} stroke={1.5} />
        </ActionIcon>
      ),
    },
  ];
}

function PartQuantity({
  part,
  onQuantity,
}: {
  readonly part: Part;
  readonly onQuantity: (to: number) => void;
}) {
  const words = useText().productCard.parts;
  const [draft, setDraft] = useState<string | null>(null);
  const read = draft === null ? part.quantity : readWholeNumber(draft, most);
  const commit = (): void => {
    setDraft(null);
    if (typeof read === 'number' && read !== part.quantity) onQuantity(read);
  };
  return (
    <TextInput
      size="xs"
      styles={{ input: { textAlign: 'right' } }}
      aria-label={words.perSet}
      inputMode="numeric"
      value={draft ?? String(part.quantity)}
      error={typeof read !== 'number'}
      onChange={(event) => setDraft(event.currentTarget.value)}
      onFocus={(event) => event.currentTarget.select()}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.currentTarget.blur();
        if (event.key === 'Escape') setDraft(null);
      }}
    />
  );
}

function AddPart({ onProduct }: { readonly onProduct: (productId: string) => void }) {
  const [text, setText] = useState('');
  const [unknown, setUnknown] = useState(false);
  return (
    <div className={card['partAdd']}>
      <ProductField
        product={null}
        text={text}
        error={unknown}
        onText={(typed) => {
          setUnknown(false);
          setText(typed);
        }}
        onProduct={({ product }) => {
          setText('');
          onProduct(product.id);
        }}
        onUnknown={() => setUnknown(true)}
      />
    </div>
  );
}

/** What a set costs in parts, and how many could be made of what is there. */
function PartsFoot({ parts }: { readonly parts: readonly Part[] }) {
  const words = useText().productCard.parts;
  const stocked = parts.filter(({ kind }) => kind !== 'service');
  if (stocked.length === 0) return null;
  const known = stocked.every(({ averageCost }) => averageCost !== null);
  const cost = stocked.reduce((sum, part) => sum + (part.averageCost ?? 0) * part.quantity, 0);
  const sets = Math.min(...stocked.map((part) => Math.floor(Math.max(0, part.onHand) / part.quantity)));
  return (
    <div className={card['partFoot']}>
      <span>{words.canMake({ sets: formatQuantity(sets) })}</span>
      {known ? (
        <span>
          {words.cost} <Money value={cost} sign />
        </span>
      ) : null}
    </div>
  );
}

/** The sets that a product is part of. */
export function UsedIn({ sets }: { readonly sets: View['parts']['usedIn'] }) {
  const t = useText();
  const words = t.productCard.parts;
  return (
    <Section title={words.usedIn} flush>
      <SimpleTable
        rows={sets}
        rowKey={(set) => set.productId}
        columns={[
          {
            key: 'name',
            title: t.lists.columns.name,
            render: (set) => <Link href={`/products/${set.productId}`}>{`${set.code} ${set.name}`}</Link>,
          },
          { key: 'quantity', title: words.perSet, width: 64, numeric: true },
        ]}
      />
    </Section>
  );
}
