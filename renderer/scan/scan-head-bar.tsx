import { Button } from '@mantine/core';
import { IconCheck, IconCloudOff, IconLoader2, IconX } from '@tabler/icons-react';
import { useText } from '../ui/language.tsx';
import type { Scanning } from './controller.ts';
import { scanKinds } from './kinds.ts';
import type { Named, ScanState } from './state.ts';
import marks from './marks.module.css';
import classes from './scan.module.css';

type Part = 'warehouse' | 'toWarehouse' | 'order' | 'partner';

interface ScanHeadBarProps {
  readonly state: ScanState;
  readonly scanning: Scanning;
  readonly onClose: () => void;
}

/** What is written, for whom and where; each part is changed with its key. */
export function ScanHeadBar({ state, scanning, onClose }: ScanHeadBarProps) {
  const t = useText().scan;
  const { kind, head } = state;
  const has = scanKinds[kind];
  const part = (name: Part, key: string, label: string, named: Named | null) => (
    <button
      type="button"
      className={classes['headPart']}
      onClick={() => scanning.ask(name)}
      data-head={name}
      tabIndex={-1}
    >
      <kbd className={marks['key']}>{key}</kbd>
      <span className={classes['headLabel']}>{label}</span>
      <span className={named === null ? classes['headNone'] : classes['headValue']}>
        {named?.name ?? t.none}
      </span>
    </button>
  );
  return (
    <header className={classes['head']}>
      <h1 className={classes['title']}>{t.kinds[kind]}</h1>
      {part('warehouse', 'F2', kind === 'transfer' ? t.fromWarehouse : t.warehouse, head.warehouse)}
      {kind === 'transfer' ? part('toWarehouse', 'F6', t.toWarehouse, head.toWarehouse) : null}
      {has.partner === null
        ? null
        : part('partner', 'F3', has.partner === 'supplier' ? t.supplier : t.customer, head.partner)}
      {has.order ? part('order', 'F4', t.order, head.order) : null}
      <span className={classes['headRest']} />
      <Saving state={state} />
      <Button
        variant="subtle"
        color="gray"
        leftSection={<IconX size={16} />}
        onClick={onClose}
        tabIndex={-1}
        data-close
      >
        {t.close}
      </Button>
    </header>
  );
}

/** Whether a power cut now would lose anything. */
function Saving({ state: { saving, draft } }: { readonly state: ScanState }) {
  const t = useText().scan;
  if (saving === 'failed')
    return (
      <span className={`${classes['saving']} ${classes['savingFailed']}`} role="alert">
        <IconCloudOff size={16} aria-hidden /> {t.saveFailed}
      </span>
    );
  if (saving === 'no' && draft === null) return null;
  return (
    <span className={classes['saving']} data-saved={saving === 'no' || undefined}>
      {saving === 'yes' ? <IconLoader2 size={16} aria-hidden /> : <IconCheck size={16} aria-hidden />}{' '}
      {saving === 'yes' ? t.saving : t.saved}
    </span>
  );
}
