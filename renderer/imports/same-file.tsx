import { Alert, Anchor } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import { useLocation } from 'wouter';
import type { ImportOverview } from '#app/exchange/views.ts';
import { useText } from '../ui/language.tsx';
import { setWork } from './import-work.ts';

/** The same bytes were imported before: said early, and that it does no harm. */
export function SameFile({ overview }: { readonly overview: ImportOverview }) {
  const t = useText();
  const [, navigate] = useLocation();
  const { previous } = overview;
  if (previous === null) return null;
  const show = (): void => {
    setWork({ step: 'file' });
    navigate(`/imports/history?id=${previous.importId}`);
  };
  return (
    <Alert
      icon={<IconCopy size={18} stroke={1.5} />}
      color="blue"
      variant="light"
      style={{ flex: 'none' }}
      title={t.imports.same.title({ day: previous.importedOn })}
      data-same-file
    >
      {t.imports.same.body}{' '}
      <Anchor component="button" type="button" size="sm" onClick={show}>
        {t.imports.same.show}
      </Anchor>
    </Alert>
  );
}
