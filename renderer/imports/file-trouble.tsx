import { Alert, Button, Group } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { failureMessage } from '#app/i18n/catalogue.ts';
import { useLanguage, useText } from '../ui/language.tsx';
import type { ImportWork } from './import-work.ts';
import { leaveImport } from './run-import.ts';

/** The file could not be read: why, and what to do. */
export function FileTrouble({ work }: { readonly work: ImportWork }) {
  const t = useText();
  const { language } = useLanguage();
  if (work.failure === null) return null;
  return (
    <Alert
      icon={<IconAlertTriangle size={18} stroke={1.5} />}
      color="red"
      variant="light"
      title={work.fileName}
      role="alert"
    >
      {failureMessage(language, work.failure)}
      <Group mt={12}>
        <Button variant="default" onClick={leaveImport}>
          {t.imports.chooseAnother}
        </Button>
      </Group>
    </Alert>
  );
}
