import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { useLanguage, useText } from '../ui/language.tsx';
import { notifyDone, notifyFailure } from '../ui/notify.tsx';
import { saveProblemRows } from './import-history.tsx';

/** Saves the failing rows, each with its reason, to be mended and imported again. */
export function ExportProblems({
  sessionId,
  disabled,
}: {
  readonly sessionId: string;
  readonly disabled: boolean;
}) {
  const t = useText();
  const { language } = useLanguage();
  const [busy, setBusy] = useState(false);
  const save = async (): Promise<void> => {
    setBusy(true);
    try {
      if (!(await saveProblemRows({ sessionId, language }))) notifyDone(t.imports.check.noProblems);
    } catch (error) {
      notifyFailure(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button
      variant="default"
      size="compact-sm"
      leftSection={<IconDownload size={14} stroke={1.5} />}
      loading={busy}
      disabled={disabled}
      title={t.imports.check.exportHint}
      onClick={() => void save()}
      data-export-problems
    >
      {t.imports.check.exportProblems}
    </Button>
  );
}
