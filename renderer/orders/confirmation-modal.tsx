import { Button, Group, Modal, Stack, Table, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { KeyboardEvent } from 'react';
import { useLocation } from 'wouter';
import type { BusinessDay } from '#app/core/business-day.ts';
import { formatQuantity } from '#app/core/quantity.ts';
import { openOfPurchase } from '#app/orders/open-quantity.ts';
import type { PurchaseLineView, PurchaseOrderView } from '#app/orders/purchase-types.ts';
import { mutate } from '../api/client.ts';
import { DayField } from '../ui/day-field.tsx';
import { useText } from '../ui/language.tsx';
import { notifyDone } from '../ui/notify.tsx';
import { QuantityText } from '../ui/numbers.tsx';
import { readWholeNumber } from '../ui/read-whole-number.ts';
import { useOrderFailure } from './order-failure.ts';
import { refreshPurchases } from './use-purchase-steps.ts';
import classes from './orders.module.css';

interface ConfirmationModalProps {
  readonly view: PurchaseOrderView;
  readonly onClose: () => void;
}

type Typed = ReadonlyMap<number, string>;
const limits = { min: 0, max: 1_000_000_000 };

/** What stands in the fields at first: what HQ said before, else what was ordered. */
function typedBefore(lines: readonly PurchaseLineView[]): Typed {
  return new Map(lines.map(({ line, confirmed, quantity }) => [line, String(confirmed ?? quantity)]));
}

/** HQ's answer typed in: quantities, its number, the expected day. */
export function ConfirmationModal({ view, onClose }: ConfirmationModalProps) {
  const words = useText().orders.confirmation;
  const fail = useOrderFailure();
  const { order, lines, version } = view;
  const [typed, setTyped] = useState(() => typedBefore(lines));
  const [supplierNumber, setSupplierNumber] = useState(order.supplierNumber);
  const [expectedDay, setExpectedDay] = useState<BusinessDay | ''>(order.expectedDay ?? '');
  const read = new Map([...typed].map(([line, text]) => [line, readWholeNumber(text, limits) ?? undefined]));
  const isWrong = [...read.values()].includes(undefined);
  const setAll = (text: (line: PurchaseLineView) => string): void =>
    setTyped(new Map(lines.map((line) => [line.line, text(line)])));
  const save = async (): Promise<void> => {
    if (isWrong) return;
    try {
      await mutate('purchaseOrders.confirm', {
        id: order.id,
        version,
        supplierNumber,
        ...(expectedDay === '' ? {} : { expectedDay }),
        lines: lines.map(({ line }) => ({ line, confirmed: read.get(line) ?? 0 })),
      });
      notifyDone(words.saved({ number: order.number }));
      onClose();
      await refreshPurchases();
    } catch (error) {
      onClose();
      await fail(error);
    }
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={words.title({ number: order.number })}
      size={760}
      centered
      transitionProps={{ duration: 100 }}
    >
      <Stack gap={12}>
        <div className={classes['confirmHead']}>
          <TextInput
            label={words.supplierNumber}
            value={supplierNumber}
            onChange={(event) => setSupplierNumber(event.currentTarget.value)}
            w={180}
            data-autofocus
          />
          <DayField label={words.expectedDay} value={expectedDay} onDay={setExpectedDay} width={140} />
          <Button variant="default" onClick={() => setAll((line) => String(line.quantity))}>
            {words.all}
          </Button>
          <Button variant="default" onClick={() => setAll(() => '0')}>
            {words.none}
          </Button>
        </div>
        <Text size="sm" c="dimmed">
          {words.hint}
        </Text>
        <ConfirmationGrid
          lines={lines}
          typed={typed}
          read={read}
          onType={(line, text) => setTyped(new Map(typed).set(line, text))}
        />
        <ConfirmationFoot lines={lines} read={read} isWrong={isWrong} onSave={() => void save()} />
      </Stack>
    </Modal>
  );
}

interface GridProps {
  readonly lines: readonly PurchaseLineView[];
  readonly typed: Typed;
  readonly read: ReadonlyMap<number, number | undefined>;
  readonly onType: (line: number, text: string) => void;
}

/** Enter and ↓ go to the next quantity, ↑ to the one before. */
function walk(event: KeyboardEvent<HTMLElement>): void {
  const step = event.key === 'Enter' || event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0 || event.nativeEvent.isComposing) return;
  const cells = [...event.currentTarget.querySelectorAll('input')];
  event.preventDefault();
  cells[cells.indexOf(event.target as HTMLInputElement) + step]?.focus();
}

function ConfirmationGrid({ lines, typed, read, onType }: GridProps) {
  const t = useText();
  const { columns: names, confirmation: words } = t.orders;
  return (
    <div className={classes['confirmGrid']}>
      <Table verticalSpacing={3} stickyHeader role="grid" aria-label={names.confirmed} onKeyDown={walk}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th w={110}>{names.code}</Table.Th>
            <Table.Th>{names.name}</Table.Th>
            <Table.Th w={80} ta="right">
              {names.quantity}
            </Table.Th>
            <Table.Th w={80} ta="right">
              {names.received}
            </Table.Th>
            <Table.Th w={120} ta="right">
              {names.confirmed}
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {lines.map((line) => (
            <Table.Tr key={line.line}>
              <Table.Td>{line.code}</Table.Td>
              <Table.Td>{line.name}</Table.Td>
              <Table.Td ta="right">
                <QuantityText value={line.quantity} unit={line.unit} />
              </Table.Td>
              <Table.Td ta="right">
                <QuantityText value={line.received} unit={line.unit} />
              </Table.Td>
              <Table.Td>
                <TextInput
                  size="xs"
                  inputMode="numeric"
                  aria-label={`${names.confirmed} ${line.code}`}
                  value={typed.get(line.line) ?? ''}
                  error={read.get(line.line) === undefined ? words.wrong : undefined}
                  onFocus={(event) => event.currentTarget.select()}
                  onChange={(event) => onType(line.line, event.currentTarget.value)}
                />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

interface FootProps extends Pick<GridProps, 'lines' | 'read'> {
  readonly isWrong: boolean;
  readonly onSave: () => void;
}

function ConfirmationFoot({ lines, read, isWrong, onSave }: FootProps) {
  const words = useText().orders.confirmation;
  const [, navigate] = useLocation();
  const after = lines.map((line) => ({ ...line, confirmed: read.get(line.line) ?? 0 }));
  const sum = (values: readonly number[]): string =>
    formatQuantity(values.reduce((total, value) => total + value, 0));
  return (
    <div className={classes['confirmFoot']}>
      <Text size="sm" data-summary>
        {words.summary({
          due: sum(after.map(({ confirmed }) => confirmed)),
          ordered: sum(lines.map(({ quantity }) => quantity)),
          open: sum(after.map(openOfPurchase)),
        })}
      </Text>
      <Group gap={8}>
        <Button variant="default" onClick={() => navigate('/imports')}>
          {words.import}
        </Button>
        <Button disabled={isWrong} onClick={onSave}>
          {words.save}
        </Button>
      </Group>
    </div>
  );
}
