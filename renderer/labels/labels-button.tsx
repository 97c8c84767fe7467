import { Button } from '@mantine/core';
import { IconTag } from '@tabler/icons-react';
import { useLocation } from 'wouter';
import { useText } from '../ui/language.tsx';

/** Leads to labels for what a document moved. */
export function LabelsButton({ documentId }: { readonly documentId: string }) {
  const t = useText().scan;
  const [, navigate] = useLocation();
  return (
    <Button
      variant="default"
      leftSection={<IconTag size={16} stroke={1.5} />}
      onClick={() => navigate(`/labels?document=${documentId}`)}
      data-labels
    >
      {t.printLabels}
    </Button>
  );
}
