import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { OutputOf } from '../api/contract.ts';
import { useText } from '../ui/language.tsx';
import { notifyFailure } from '../ui/notify.tsx';
import { readWholeNumber } from '../ui/read-whole-number.ts';
import { ProductField } from './product-field.tsx';
import { useLookAlike } from './use-look-alike.ts';

interface LookAlikeDialogProps {
  readonly history: OutputOf<'demand.history'>;
  readonly onClose: () => void;
}

const range = { min: 1, max: 1000 } as const;

/** Says which product a young one will sell like, and how much of it. */
export function LookAlikeDialog({ history: { product, lookAlike }, onClose }: LookAlikeDialogProps) {
  const words = useText().demand.like;
  const { save } = useLookAlike();
  const [text, setText] = useState('');
  const [unknown, setUnknown] = useState(false);
  const [other, setOther] = useState<{ id: string; code: string; name: string } | null>(
    lookAlike === null ? null : { id: lookAlike.otherProductId, code: lookAlike.code, name: lookAlike.name },
  );
  const [factor, setFactor] = useState(String(lookAlike?.factorPercent ?? 100));
  const factorPercent = readWholeNumber(factor, range);
  const like =
    other === null || other.id === product.id || typeof factorPercent !== 'number'
      ? null
      : { otherProductId: other.id, factorPercent };
  const run = (): void => {
    if (like === null) return;
    save({ productId: product.id, like, version: lookAlike?.version ?? 0 }).then(onClose, notifyFailure);
  };
  return (
    <Modal opened onClose={onClose} title={words.title} centered transitionProps={{ duration: 100 }}>
      <Stack gap={12}>
        <div>
          <div>{words.other}</div>
          <ProductField
            product={other}
            text={text}
            error={unknown || other?.id === product.id}
            onText={(typed) => {
              setUnknown(false);
              setText(typed);
              setOther(null);
            }}
            onProduct={({ product: found }) => {
              setText(found.code);
              setOther(found);
            }}
            onUnknown={() => setUnknown(true)}
          />
        </div>
        <TextInput
          label={words.factor}
          description={words.hint}
          inputMode="numeric"
          value={factor}
          error={typeof factorPercent !== 'number'}
          onChange={(event) => setFactor(event.currentTarget.value)}
        />
        <Group justify="flex-end">
          <Button onClick={run} disabled={like === null}>
            {words.save}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
