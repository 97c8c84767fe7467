import { Button, Group, List, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { fen, formatFen } from '#app/core/fen.ts';
import { formatQuantity } from '#app/core/quantity.ts';
import type { BusinessDay } from '#app/core/business-day.ts';
import type { CountedBalance, StockShortfall } from '#app/core/stock-problems.ts';
import { mutate } from '../api/client.ts';
import { troubleOf } from '../api/failure.ts';
import { DayField } from '../ui/day-field.tsx';
import { useText } from '../ui/language.tsx';
import { localToday } from '../ui/local-today.ts';
import { notifyDone, notifyFailure } from '../ui/notify.tsx';
import type { DocumentViewed } from './document-page.tsx';
import { CountDialog } from './editor/count-dialog.tsx';
import type { CountChoice } from './editor/count-dialog.tsx';
import { ShortDialog } from './editor/short-dialog.tsx';
import { stockMoved } from './stock-moved.ts';

interface ReverseDialogProps {
  readonly document: DocumentViewed['document'];
  readonly onClose: () => void;
}

type Obstacle =
  | { readonly kind: 'counts'; readonly counts: readonly CountedBalance[] }
  | { readonly kind: 'short'; readonly shortfalls: readonly StockShortfall[] };

/** Takes a document back by its opposite, on a day, with a note, after saying in numbers what that does. */
export function ReverseDialog({ document, onClose }: ReverseDialogProps) {
  const words = useText().documents.reverse;
  const [, navigate] = useLocation();
  const [day, setDay] = useState<BusinessDay>(laterOf(document.day, localToday()));
  const [note, setNote] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [obstacle, setObstacle] = useState<Obstacle | null>(null);
  const reverse = async (anchors?: CountChoice): Promise<void> => {
    setBusy(true);
    setObstacle(null);
    try {
      const choice = anchors === undefined ? {} : { anchors };
      const posted = await mutate('documents.reverse', { id: document.id, day, note, ...choice });
      notifyDone(words.done({ number: posted.number }));
      await stockMoved();
      onClose();
      navigate(`/documents/${posted.id}`);
    } catch (error) {
      const found = obstacleOf(error);
      if (found === null) notifyFailure(error);
      setObstacle(found);
    } finally {
      setBusy(false);
    }
  };
  if (obstacle?.kind === 'counts')
    return (
      <CountDialog
        counts={obstacle.counts}
        onChoice={(choice) => void reverse(choice)}
        onClose={() => setObstacle(null)}
      />
    );
  if (obstacle?.kind === 'short')
    return <ShortDialog shortfalls={obstacle.shortfalls} onClose={() => setObstacle(null)} />;
  return (
    <Modal
      opened
      onClose={onClose}
      title={words.title({ number: document.number })}
      centered
      transitionProps={{ duration: 100 }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void reverse();
        }}
      >
        <Stack gap={12}>
          <Effects document={document} />
          <DayField label={words.day} value={day} onDay={setDay} width={140} />
          <TextInput
            label={words.note}
            value={note}
            maxLength={200}
            onChange={(event) => setNote(event.currentTarget.value)}
            data-autofocus
          />
          <Group justify="flex-end">
            <Button type="submit" color="red" loading={isBusy} data-confirm-reverse>
              {words.action}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

function Effects({ document }: Pick<ReverseDialogProps, 'document'>) {
  const words = useText().documents.reverse;
  const order = document.purchaseOrderNumber ?? document.customerOrderNumber;
  const isSale = document.kind === 'issue' || document.kind === 'customer_return';
  return (
    <>
      <List size="sm" spacing={4}>
        <List.Item>
          {words.effect({
            lines: document.lines,
            units: formatQuantity(-document.units + 0),
            amount: formatFen(fen(-document.value + 0)),
          })}
        </List.Item>
        {order === null ? null : <List.Item>{words.order({ number: order })}</List.Item>}
        {isSale ? <List.Item>{words.sale}</List.Item> : null}
      </List>
      <Text size="sm" c="dimmed">
        {words.stays}
      </Text>
    </>
  );
}

function laterOf(a: BusinessDay, b: BusinessDay): BusinessDay {
  return a > b ? a : b;
}

function obstacleOf(error: unknown): Obstacle | null {
  const trouble = troubleOf(error);
  if (trouble.kind === 'offline') return null;
  const { code, parameters } = trouble.failure;
  if (code === 'stock.beforeCount') return { kind: 'counts', counts: parameters.counts };
  return code === 'stock.wouldGoNegative' ? { kind: 'short', shortfalls: parameters.shortfalls } : null;
}
