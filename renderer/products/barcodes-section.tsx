import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { hasCheckDigit, looksLikeGtin, plainCharacters } from '#app/stock/barcode.ts';
import type { OutputOf } from '../api/contract.ts';
import { useApiQuery } from '../api/hooks.ts';
import type { Column } from '../ui/data-table/types.ts';
import { useText } from '../ui/language.tsx';
import { QuantityText } from '../ui/numbers.tsx';
import { readWholeNumber } from '../ui/read-whole-number.ts';
import { Section } from '../ui/section.tsx';
import { SimpleTable } from '../ui/simple-table.tsx';
import { QueryState } from '../ui/states.tsx';
import { useSaveBarcodes } from './use-save-barcodes.ts';
import type { BarcodeLine } from './use-save-barcodes.ts';
import classes from './barcodes.module.css';

type View = OutputOf<'barcodes.list'>;
type Row = View['others'][number];

interface BarcodesSectionProps {
  readonly productId: string;
  /** For messages. */
  readonly name: string;
  readonly unit: string;
}

/** The barcodes of packs and those shared with other products, beside the product's own; saved as soon as one is added. */
export function BarcodesSection(props: BarcodesSectionProps) {
  const t = useText().barcodes;
  const answer = useApiQuery('barcodes.list', { productId: props.productId });
  return (
    <Section title={t.title} aside={<span className={classes['hint']}>{t.hint}</span>}>
      <QueryState query={answer} skeletonRows={2}>
        {(view) => <Barcodes {...props} view={view} />}
      </QueryState>
    </Section>
  );
}

function Barcodes({ name, unit, view }: BarcodesSectionProps & { readonly view: View }) {
  const t = useText().barcodes;
  const { save, saving } = useSaveBarcodes(view, name);
  const lines: readonly BarcodeLine[] = view.others;
  const columns: readonly Column<Row>[] = [
    { key: 'barcode', title: t.barcode, width: 180 },
    {
      key: 'quantity',
      title: t.quantity,
      width: 100,
      numeric: true,
      render: (row) => <QuantityText value={row.quantity} unit={unit} withUnit />,
    },
    {
      key: 'sharers',
      title: '',
      render: (row) => (
        <>
          {row.barcode === view.main?.barcode ? <span className={classes['hint']}>{t.main} </span> : null}
          <Sharers row={row} />
        </>
      ),
    },
    {
      key: 'remove',
      title: '',
      width: 40,
      render: (row) =>
        row.barcode === view.main?.barcode ? null : (
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={`${t.remove} ${row.barcode}`}
            disabled={saving}
            onClick={() => void save(lines.filter(({ barcode }) => barcode !== row.barcode))}
          >
            <IconTrash size={16} />
          </ActionIcon>
        ),
    },
  ];
  const rows = view.main === null ? view.others : [view.main, ...view.others];
  return (
    <>
      {rows.length === 0 ? null : <SimpleTable columns={columns} rows={rows} rowKey={(row) => row.barcode} />}
      <NewBarcode saving={saving} onAdd={async (line) => save([...lines, line])} />
    </>
  );
}

function Sharers({ row }: { readonly row: Row }) {
  const t = useText().barcodes;
  if (row.sharers.length === 0) return null;
  const products = row.sharers.map(({ code, name }) => `${code} ${name}`).join('、');
  return <span className={classes['shared']}>{t.sharedWith({ products })}</span>;
}

interface NewBarcodeProps {
  readonly saving: boolean;
  /** True once it is saved. */
  readonly onAdd: (line: BarcodeLine) => Promise<boolean>;
}

/** A scanner ends with Enter, which must not yet save: the quantity comes next. */
function NewBarcode({ saving, onAdd }: NewBarcodeProps) {
  const t = useText().barcodes;
  const [barcode, setBarcode] = useState('');
  const [quantity, setQuantity] = useState('');
  const [field, setField] = useState<HTMLInputElement | null>(null);
  const text = plainCharacters(barcode).trim();
  const units = quantity === '' ? 1 : readWholeNumber(quantity, { min: 1, max: 1_000_000 });
  const doubtful = looksLikeGtin(text) && !hasCheckDigit(text);
  const add = async (): Promise<void> => {
    if (text === '' || units === undefined || units === null) return;
    if (!(await onAdd({ barcode: text, quantity: units }))) return;
    setBarcode('');
    setQuantity('');
  };
  return (
    <form
      className={classes['addRow']}
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <TextInput
        className={classes['barcode'] ?? ''}
        aria-label={t.barcode}
        placeholder={t.scanHere}
        value={barcode}
        maxLength={64}
        autoComplete="off"
        description={doubtful ? t.wrongCheckDigit : undefined}
        inputWrapperOrder={['input', 'description']}
        onChange={(event) => setBarcode(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.nativeEvent.isComposing || text === '') return;
          event.preventDefault();
          field?.focus();
        }}
      />
      <TextInput
        ref={setField}
        w={110}
        aria-label={t.quantity}
        placeholder={t.quantity}
        inputMode="numeric"
        value={quantity}
        error={units === undefined ? t.wrongQuantity : undefined}
        onChange={(event) => setQuantity(event.currentTarget.value)}
      />
      <Button type="submit" variant="default" loading={saving} disabled={text === '' || units === undefined}>
        {t.add}
      </Button>
    </form>
  );
}
