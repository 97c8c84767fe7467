import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { policyTermsSchema } from '#app/replenishment/policy.ts';
import type { PolicyScope, PolicyTerms } from '#app/replenishment/policy.ts';
import { mutate } from '../../api/client.ts';
import { invalidate } from '../../api/hooks.ts';
import { useText } from '../../ui/language.tsx';
import { notifyFailure, notifyUndo } from '../../ui/notify.tsx';
import { draftOf, termsOfDraft } from './policy-draft.ts';
import type { PolicyDraft } from './policy-draft.ts';
import { LeadFields, OrderFields, SizeFields, TargetFields } from './policy-fields.tsx';
import { PolicySubject } from './policy-subject.tsx';
import { policyName } from './policy-words.ts';
import type { PolicyRow } from './policy-words.ts';

interface PolicyFormProps {
  /** Absent for a new one. */
  readonly policy?: PolicyRow | undefined;
  readonly onClose: () => void;
}

/** A policy, new or edited on the version that was seen. */
export function PolicyForm({ policy, onClose }: PolicyFormProps) {
  const t = useText();
  const words = t.reorderPolicies.form;
  const [scope, setScope] = useState<PolicyScope>(policy?.scope ?? 'category');
  const [of, setOf] = useState<string | null>(policy?.of ?? null);
  const [draft, setDraft] = useState<PolicyDraft>(() =>
    draftOf(policy?.terms ?? policyTermsSchema.parse({})),
  );
  const [saving, setSaving] = useState(false);
  const ofOrder = scope === 'supplier' || scope === 'default';
  const terms = termsOfDraft(ofOrder ? draft : { ...draft, orderAmount: '', orderCartons: '', budget: '' });
  const ready = terms !== undefined && (scope === 'default' || (of ?? '') !== '');
  const change = (part: Partial<PolicyDraft>): void => setDraft((before) => ({ ...before, ...part }));
  const save = async (): Promise<void> => {
    if (!ready) return;
    setSaving(true);
    try {
      const subject = { scope, of: scope === 'default' ? '' : (of ?? '') };
      await savePolicy({ ...subject, terms }, policy, (row) =>
        t.reorderPolicies.saved({ name: policyName(row, t) }),
      );
      onClose();
    } catch (error) {
      notifyFailure(error);
    } finally {
      setSaving(false);
    }
  };
  const title = policy === undefined ? words.addTitle : words.editTitle({ name: policyName(policy, t) });
  return (
    <Modal opened onClose={onClose} title={title} size={620} centered transitionProps={{ duration: 100 }}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
        data-policy-form
      >
        <Stack gap={12}>
          {policy === undefined ? (
            <PolicySubject
              scope={scope}
              of={of}
              onScope={(next) => {
                setScope(next);
                setOf(null);
              }}
              onOf={setOf}
            />
          ) : null}
          <LeadFields draft={draft} onChange={change} supplierId={scope === 'supplier' ? of : null} />
          <TargetFields draft={draft} onChange={change} />
          <SizeFields draft={draft} onChange={change} />
          {ofOrder ? <OrderFields draft={draft} onChange={change} /> : null}
          <Group justify="space-between" gap={8}>
            <Text size="xs" c="dimmed">
              {words.blank}
            </Text>
            <Button type="submit" loading={saving} disabled={!ready}>
              {words.save}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

interface PolicyToSave {
  readonly scope: PolicyScope;
  readonly of: string;
  readonly terms: PolicyTerms;
}

async function savePolicy(
  wanted: PolicyToSave,
  policy: PolicyRow | undefined,
  said: (row: Pick<PolicyRow, 'scope' | 'code' | 'name'>) => string,
): Promise<void> {
  const known = policy === undefined ? {} : { id: policy.id, version: policy.version };
  const { policy: saved, previous } = await mutate('policies.save', { ...wanted, ...known });
  await invalidate('policies', 'replenishment');
  notifyUndo(said(saved), async () => {
    const { id, version } = saved;
    if (previous === null) await mutate('policies.remove', { id, version });
    else await mutate('policies.save', { ...wanted, id, version, terms: previous.terms });
    await invalidate('policies', 'replenishment');
  });
}
