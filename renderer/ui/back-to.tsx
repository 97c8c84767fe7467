import { ActionIcon } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useLocation } from 'wouter';
import { cameFromInside } from './history-state.ts';
import { useText } from './language.tsx';

/** The way from a card back to where the person came from; to its list when the card was opened directly. */
export function BackTo({ href }: { readonly href: string }) {
  const t = useText();
  const [, navigate] = useLocation();
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      aria-label={t.kit.back}
      title={t.kit.back}
      onClick={() => (cameFromInside() ? history.back() : navigate(href))}
    >
      <IconArrowLeft size={18} stroke={1.5} />
    </ActionIcon>
  );
}
