import { Button, Group, Modal, Stack } from '@mantine/core';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useText } from '../ui/language.tsx';
import { notifyFailure } from '../ui/notify.tsx';

interface FormFrameProps {
  readonly title: string;
  readonly ready: boolean;
  /** Closes the dialog once it is through; what it throws is shown, and the dialog stays. */
  readonly onSave: () => Promise<void>;
  readonly onClose: () => void;
  /** At the left of the foot. */
  readonly aside?: ReactNode;
  readonly width?: number;
  readonly children: ReactNode;
}

/** A dialog with fields and one button that saves them; Enter saves, Escape leaves. */
export function FormFrame({ title, ready, onSave, onClose, aside, width, children }: FormFrameProps) {
  const t = useText();
  const [saving, setSaving] = useState(false);
  const save = async (): Promise<void> => {
    setSaving(true);
    try {
      await onSave();
      onClose();
    } catch (error) {
      notifyFailure(error);
    } finally {
      setSaving(false);
    }
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      centered
      size={width ?? 440}
      transitionProps={{ duration: 100 }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          event.stopPropagation();
          if (ready) void save();
        }}
      >
        <Stack gap={8}>
          {children}
          <Group justify="space-between" gap={8} mt={4}>
            <div>{aside}</div>
            <Button type="submit" loading={saving} disabled={!ready} data-save>
              {t.kit.save}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
