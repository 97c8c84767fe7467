import { troubleOf } from '../api/failure.ts';
import { useConfirm } from '../ui/confirm.tsx';
import { useText } from '../ui/language.tsx';

/**
 * Saves something with a barcode; where other products have it, names them and asks before it is saved as shared. Undefined
 * where the person would rather not.
 */
export function useSharingAsked(): <Saved>(
  write: (sharing: boolean) => Promise<Saved>,
) => Promise<Saved | undefined> {
  const t = useText().barcodes;
  const confirm = useConfirm();
  return async (write) => {
    try {
      return await write(false);
    } catch (error) {
      const trouble = troubleOf(error);
      if (trouble.kind === 'offline' || trouble.failure.code !== 'barcode.shared') throw error;
      const agreed = await confirm({
        title: t.shareTitle,
        effects: trouble.failure.parameters.shared.map(({ isMain, ...shared }) =>
          isMain ? t.shareMainEffect(shared) : t.shareEffect(shared),
        ),
        action: t.shareAction,
        note: t.shareNote,
      });
      return agreed ? write(true) : undefined;
    }
  };
}
