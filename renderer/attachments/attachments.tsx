import { ActionIcon, Button, Select, Text } from '@mantine/core';
import { IconDownload, IconEye, IconPaperclip, IconTrash } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { attachmentRoles, canPreview, isPicture } from '#app/stock/attachments.ts';
import type { AttachmentEntity, AttachmentRole } from '#app/stock/attachments.ts';
import { mutate } from '../api/client.ts';
import { invalidate, useApiQuery } from '../api/hooks.ts';
import { uploadFile } from '../api/upload.ts';
import { useText } from '../ui/language.tsx';
import { notifyDone, notifyFailure, notifyUndo } from '../ui/notify.tsx';
import { momentText } from '../ui/numbers.tsx';
import { Section } from '../ui/section.tsx';
import { QueryState } from '../ui/states.tsx';
import { AttachmentPreview } from './attachment-preview.tsx';
import { attachmentAddress, fileSize, saveAttachment } from './attachment-file.ts';
import type { Attachment } from './attachment-file.ts';
import classes from './attachments.module.css';

interface AttachmentsProps {
  readonly entity: AttachmentEntity;
  readonly entityId: string;
  /** Offered first when a file is added. */
  readonly kind?: AttachmentRole;
  readonly title?: string;
}

/** What lists depend on files: a file can stand for a number that a record lacks. */
async function refresh(): Promise<void> {
  await invalidate('attachments', 'inspections', 'home');
}

/** Files kept with a thing: shown, saved, added and removed. */
export function Attachments({ entity, entityId, kind = 'other', title }: AttachmentsProps) {
  const t = useText().batches.attachments;
  const answer = useApiQuery('attachments.list', { entity, entityId });
  const [shown, setShown] = useState<Attachment | null>(null);
  return (
    <Section
      title={title ?? t.title}
      aside={<AddAttachment entity={entity} entityId={entityId} kind={kind} />}
      flush
    >
      <QueryState query={answer} skeletonRows={2}>
        {(files) =>
          files.length === 0 ? (
            <Text size="sm" c="dimmed" p={12}>
              {t.empty} {t.hint}
            </Text>
          ) : (
            files.map((file) => <AttachmentRow key={file.id} file={file} onShow={() => setShown(file)} />)
          )
        }
      </QueryState>
      <AttachmentPreview file={shown} onClose={() => setShown(null)} />
    </Section>
  );
}

function AttachmentRow({ file, onShow }: { readonly file: Attachment; readonly onShow: () => void }) {
  const t = useText().batches.attachments;
  const remove = async (): Promise<void> => {
    try {
      await mutate('attachments.remove', { id: file.id });
      await refresh();
      notifyUndo(t.removed({ name: file.name }), async () => {
        await mutate('attachments.restore', { id: file.id });
        await refresh();
      });
    } catch (error) {
      notifyFailure(error);
    }
  };
  const icon = { size: 16, stroke: 1.5 } as const;
  return (
    <div className={classes['row']} data-attachment={file.name}>
      {isPicture(file.mediaType) ? (
        <button
          type="button"
          className={classes['thumb']}
          onClick={onShow}
          aria-label={`${t.preview} ${file.name}`}
        >
          <img src={attachmentAddress(file.id)} alt="" loading="lazy" />
        </button>
      ) : (
        <span className={classes['thumb']} aria-hidden>
          <IconPaperclip {...icon} />
        </span>
      )}
      <div className={classes['text']}>
        <div className={classes['name']} title={file.name}>
          {file.name}
        </div>
        <div className={classes['facts']}>
          {[t.roles[file.role], fileSize(file.bytes), momentText(file.createdAt), file.actor].join(' · ')}
        </div>
      </div>
      {canPreview(file.mediaType) ? (
        <ActionIcon
          variant="subtle"
          color="gray"
          title={t.preview}
          aria-label={`${t.preview} ${file.name}`}
          onClick={onShow}
        >
          <IconEye {...icon} />
        </ActionIcon>
      ) : null}
      <ActionIcon
        variant="subtle"
        color="gray"
        title={t.save}
        aria-label={`${t.save} ${file.name}`}
        onClick={() => saveAttachment(file.id)}
      >
        <IconDownload {...icon} />
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        color="gray"
        title={t.remove}
        aria-label={`${t.remove} ${file.name}`}
        onClick={() => void remove()}
      >
        <IconTrash {...icon} />
      </ActionIcon>
    </div>
  );
}

function AddAttachment({ entity, entityId, kind }: Required<Omit<AttachmentsProps, 'title'>>) {
  const t = useText().batches.attachments;
  const input = useRef<HTMLInputElement>(null);
  const [chosen, setChosen] = useState<AttachmentRole>(kind);
  const [saving, setSaving] = useState(false);
  const add = async (file: File): Promise<void> => {
    setSaving(true);
    try {
      const { uploadId } = await uploadFile(file);
      await mutate('attachments.add', { uploadId, entity, entityId, role: chosen });
      await refresh();
      notifyDone(t.added({ name: file.name }));
    } catch (error) {
      notifyFailure(error);
    } finally {
      setSaving(false);
    }
  };
  return (
    <>
      <Select
        size="xs"
        w={176}
        aria-label={t.role}
        value={chosen}
        allowDeselect={false}
        onChange={(value) => setChosen(attachmentRoles.find((known) => known === value) ?? 'other')}
        data={attachmentRoles.map((value) => ({ value, label: t.roles[value] }))}
      />
      <Button
        size="xs"
        variant="default"
        loading={saving}
        leftSection={<IconPaperclip size={14} stroke={1.5} />}
        onClick={() => input.current?.click()}
      >
        {t.add}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={t.add}
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          event.currentTarget.value = '';
          if (file !== undefined) void add(file);
        }}
      />
    </>
  );
}
