import { Anchor, Button, Group, Modal, Stack, Text } from '@mantine/core';
import { isPicture } from '#app/stock/attachments.ts';
import { desktop } from '../api/desktop.ts';
import { useText } from '../ui/language.tsx';
import { attachmentAddress, fileSize, saveAttachment } from './attachment-file.ts';
import type { Attachment } from './attachment-file.ts';
import classes from './attachments.module.css';

interface AttachmentPreviewProps {
  readonly file: Attachment | null;
  readonly onClose: () => void;
}

/** A picture at its size. A PDF opens in the browser's own viewer: a page of its own, since nothing may be framed in this one. */
export function AttachmentPreview({ file, onClose }: AttachmentPreviewProps) {
  const t = useText().batches.attachments;
  const inBrowser = desktop() === undefined;
  return (
    <Modal opened={file !== null} onClose={onClose} title={file?.name ?? ''} size="xl" centered>
      {file === null ? null : (
        <Stack gap={12}>
          {isPicture(file.mediaType) ? (
            <img className={classes['picture']} src={attachmentAddress(file.id)} alt={file.name} />
          ) : (
            <Text size="sm">{[t.roles[file.role], fileSize(file.bytes)].join(' · ')}</Text>
          )}
          <Group justify="flex-end" gap={12}>
            {inBrowser ? (
              <Anchor size="sm" href={attachmentAddress(file.id)} target="_blank" rel="noopener">
                {t.openInTab}
              </Anchor>
            ) : null}
            <Button variant="default" onClick={() => saveAttachment(file.id)}>
              {t.save}
            </Button>
          </Group>
        </Stack>
      )}
    </Modal>
  );
}
