import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import type { OutputOf } from '../api/contract.ts';
import { useText } from '../ui/language.tsx';
import { LookAlikeDialog } from './look-alike-dialog.tsx';
import { useLookAlike } from './use-look-alike.ts';
import card from './card.module.css';

type History = OutputOf<'demand.history'>;

/** Old enough to be forecast from its own sales, or long gone. */
const isYoung = ({ demandClass }: History): boolean => ['none', 'new', 'short'].includes(demandClass);

/** The button that names a look-alike, for a product that has none and needs one. */
export function LookAlikeButton({ history }: { readonly history: History | undefined }) {
  const words = useText().demand.like;
  const [open, setOpen] = useState(false);
  if (history === undefined || history.lookAlike !== null || !isYoung(history)) return null;
  return (
    <>
      <Button size="compact-sm" variant="default" title={words.hint} onClick={() => setOpen(true)}>
        {words.name}
      </Button>
      {open ? <LookAlikeDialog history={history} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

/** What the product will sell like, with the ways to change it; nothing where none is named. */
export function LookAlikeLine({ history }: { readonly history: History }) {
  const words = useText().demand.like;
  const { remove } = useLookAlike();
  const [open, setOpen] = useState(false);
  const { lookAlike, product } = history;
  if (lookAlike === null) return null;
  const name = `${lookAlike.code} ${lookAlike.name}`;
  return (
    <Group gap={8} className={card['lookAlike'] ?? ''} data-look-alike={lookAlike.code}>
      <span title={words.hint}>
        {isYoung(history)
          ? words.set({ product: name, factor: String(lookAlike.factorPercent) })
          : words.past({ product: name })}
      </span>
      {isYoung(history) ? (
        <Button size="compact-xs" variant="subtle" onClick={() => setOpen(true)}>
          {words.change}
        </Button>
      ) : null}
      <Button
        size="compact-xs"
        variant="subtle"
        onClick={() => remove({ productId: product.id, version: lookAlike.version })}
      >
        {words.remove}
      </Button>
      {open ? <LookAlikeDialog history={history} onClose={() => setOpen(false)} /> : null}
    </Group>
  );
}
