import { Button, Group, Modal, Select, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { PartnerKind } from '#app/stock/plan-head.ts';
import { mutate } from '../api/client.ts';
import { invalidate } from '../api/hooks.ts';
import type { RowOf } from '../api/contract.ts';
import { useText } from '../ui/language.tsx';
import { notifyDone, notifyFailure, notifyUndo } from '../ui/notify.tsx';

export type Partner = RowOf<'partners.list'>;

interface PartnerFormProps {
  /** Kinds to choose from for a new one; the first is proposed. */
  readonly kinds: readonly PartnerKind[];
  /** Absent for a new one. */
  readonly partner?: Partner | undefined;
  /** Of a new one: what was typed so far. */
  readonly name?: string;
  readonly onClose: () => void;
  readonly onSaved: (partner: Partner) => void;
}

/** A partner, new or edited on the version that was seen. */
export function PartnerForm({ kinds, partner, name: typed = '', onClose, onSaved }: PartnerFormProps) {
  const words = useText().documents.partners;
  const [kind, setKind] = useState<PartnerKind>(partner?.kind ?? kinds[0] ?? 'supplier');
  const [code, setCode] = useState(partner?.code ?? '');
  const [name, setName] = useState(partner?.name ?? typed);
  const [phone, setPhone] = useState(partner?.phone ?? '');
  const [licenceNumber, setLicence] = useState(partner?.licenceNumber ?? '');
  const [saving, setSaving] = useState(false);
  const ready = name.trim() !== '' && (partner === undefined || code.trim() !== '');
  const save = async (): Promise<void> => {
    setSaving(true);
    try {
      onSaved(await savePartner({ kind, code, name, phone, licenceNumber }, partner, words.saved));
    } catch (error) {
      notifyFailure(error);
    } finally {
      setSaving(false);
    }
  };
  const title =
    partner === undefined
      ? words.addTitle({ kind: words.kinds[kind] })
      : words.editTitle({ name: partner.name });
  return (
    <Modal opened onClose={onClose} title={title} centered transitionProps={{ duration: 100 }}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          // A form inside another one in the tree of components must not submit that one as well.
          event.stopPropagation();
          if (ready) void save();
        }}
      >
        <Stack gap={8}>
          {partner === undefined && kinds.length > 1 ? (
            <Select
              label={words.kind}
              value={kind}
              allowDeselect={false}
              data={kinds.map((value) => ({ value, label: words.kinds[value] }))}
              onChange={(value) => setKind(value ?? kind)}
            />
          ) : null}
          <TextInput
            label={words.name}
            value={name}
            maxLength={200}
            onChange={(event) => setName(event.currentTarget.value)}
            required
            data-autofocus
          />
          <TextInput
            label={words.code}
            placeholder={partner === undefined ? words.codeHint : ''}
            value={code}
            maxLength={64}
            onChange={(event) => setCode(event.currentTarget.value)}
          />
          <TextInput
            label={words.phone}
            value={phone}
            maxLength={40}
            onChange={(event) => setPhone(event.currentTarget.value)}
          />
          {kind === 'customer' ? null : (
            <TextInput
              label={words.licence}
              description={words.licenceHint}
              value={licenceNumber}
              maxLength={100}
              onChange={(event) => setLicence(event.currentTarget.value)}
            />
          )}
          <Group justify="flex-end" gap={8}>
            <Button type="submit" loading={saving} disabled={!ready}>
              {words.save}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

type Typed = Pick<Partner, 'kind' | 'code' | 'name' | 'phone' | 'licenceNumber'>;

async function savePartner(
  typed: Typed,
  partner: Partner | undefined,
  said: (p: { name: string }) => string,
): Promise<Partner> {
  if (partner === undefined) {
    const created = await mutate('partners.create', typed);
    await invalidate('partners', 'customers');
    notifyDone(said({ name: created.partner.name }));
    return created.partner;
  }
  const { kind: _, ...change } = typed;
  const saved = await mutate('partners.save', { id: partner.id, version: partner.version, change });
  await invalidate('partners', 'customers', 'documents');
  const { code, name, phone, licenceNumber } = saved.previous;
  notifyUndo(said({ name: saved.partner.name }), async () => {
    await mutate('partners.save', {
      id: partner.id,
      version: saved.partner.version,
      change: { code, name, phone, licenceNumber },
    });
    await invalidate('partners', 'customers', 'documents');
  });
  return saved.partner;
}
