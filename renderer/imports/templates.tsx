import { Button, Menu } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { importedKinds } from '#app/exchange/columns.ts';
import type { ImportedKind } from '#app/exchange/columns.ts';
import { mutate } from '../api/client.ts';
import { downloadFile } from '../api/download.ts';
import { useLanguage, useText } from '../ui/language.tsx';
import { notifyFailure } from '../ui/notify.tsx';

/** Empty sheets of every kind, to be filled in and imported. */
export function Templates() {
  const t = useText();
  const { language } = useLanguage();
  const words = t.imports.file;
  const save = async (kind: ImportedKind): Promise<void> => {
    try {
      const { fileId } = await mutate('imports.template', { kind, language });
      downloadFile(fileId);
    } catch (error) {
      notifyFailure(error);
    }
  };
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <Button
          variant="default"
          leftSection={<IconDownload size={16} stroke={1.5} />}
          title={words.templatesHint}
          style={{ alignSelf: 'flex-start' }}
          data-templates
        >
          {words.templates}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {importedKinds.map((kind) => (
          <Menu.Item key={kind} onClick={() => void save(kind)} data-template={kind}>
            {t.sheets.kinds[kind]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
