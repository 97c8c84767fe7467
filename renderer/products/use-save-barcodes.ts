import { useState } from 'react';
import { mutate } from '../api/client.ts';
import { invalidate } from '../api/hooks.ts';
import { useText } from '../ui/language.tsx';
import { notifyFailure, notifyUndo } from '../ui/notify.tsx';
import { useSharingAsked } from './use-sharing-asked.ts';

export interface BarcodeLine {
  readonly barcode: string;
  readonly quantity: number;
}

interface Saved {
  readonly productId: string;
  readonly version: number;
}

/** Saves a product's barcodes, after asking where one would be shared; can be taken back from the toast. */
export function useSaveBarcodes(
  { productId, version }: Saved,
  name: string,
): { save: (lines: readonly BarcodeLine[]) => Promise<boolean>; saving: boolean } {
  const t = useText().barcodes;
  const sharingAsked = useSharingAsked();
  const [saving, setSaving] = useState(false);
  const write = async (lines: readonly BarcodeLine[], at: number, sharing: boolean) => {
    const barcodes = lines.map(({ barcode, quantity }) => ({ barcode, quantity }));
    const saved = await mutate('barcodes.save', { productId, version: at, barcodes, sharing });
    await invalidate('barcodes', 'products');
    return saved;
  };
  const save = async (lines: readonly BarcodeLine[]): Promise<boolean> => {
    setSaving(true);
    try {
      const saved = await sharingAsked((sharing) => write(lines, version, sharing));
      if (saved === undefined) return false;
      notifyUndo(t.saved({ name }), () => write(saved.previous, saved.barcodes.version, true));
      return true;
    } catch (error) {
      notifyFailure(error);
      await invalidate('barcodes', 'products');
      return false;
    } finally {
      setSaving(false);
    }
  };
  return { save, saving };
}
