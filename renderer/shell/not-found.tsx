import { Button } from '@mantine/core';
import { IconMapQuestion } from '@tabler/icons-react';
import { useLocation } from 'wouter';
import { useText } from '../ui/language.tsx';
import { EmptyState } from '../ui/states.tsx';

export function NotFound() {
  const t = useText();
  const [, navigate] = useLocation();
  return (
    <EmptyState
      icon={<IconMapQuestion size={36} stroke={1.25} />}
      text={t.shell.notFound.text}
      action={<Button onClick={() => navigate('/')}>{t.shell.notFound.action}</Button>}
    />
  );
}
