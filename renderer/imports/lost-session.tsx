import { Button } from '@mantine/core';
import { useText } from '../ui/language.tsx';
import { EmptyState, useTroubleText } from '../ui/states.tsx';
import { clearWork } from './import-work.ts';

/** The application was restarted or has let the file go: nothing of it was written, and it has to be chosen again. */
export function LostSession({ error }: { readonly error: unknown }) {
  const t = useText();
  const troubleText = useTroubleText();
  return (
    <EmptyState
      text={`${t.imports.lost} ${troubleText(error)}`}
      action={<Button onClick={clearWork}>{t.imports.chooseAnother}</Button>}
    />
  );
}
