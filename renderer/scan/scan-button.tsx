import { Button } from '@mantine/core';
import { IconBarcode } from '@tabler/icons-react';
import { useLocation } from 'wouter';
import { useText } from '../ui/language.tsx';
import type { ScanKind } from './kinds.ts';

interface ScanButtonProps {
  readonly kind: ScanKind;
  /** The order that is to be answered. */
  readonly orderId?: string;
}

/** Leads to the screen for scanners. */
export function ScanButton({ kind, orderId }: ScanButtonProps) {
  const t = useText().scan;
  const [, navigate] = useLocation();
  return (
    <Button
      variant="default"
      leftSection={<IconBarcode size={16} stroke={1.5} />}
      onClick={() => navigate(`/scan/${kind}${orderId === undefined ? '' : `?order=${orderId}`}`)}
      data-scan={kind}
    >
      {t.kinds[kind]}
    </Button>
  );
}
