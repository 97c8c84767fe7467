import { Modal } from '@mantine/core';
import { useLocation } from 'wouter';
import { formatQuantity } from '#app/core/quantity.ts';
import { DataTable } from '../../ui/data-table/data-table.tsx';
import { useText } from '../../ui/language.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { policyName } from './policy-words.ts';
import type { PolicyRow } from './policy-words.ts';

/** The products that fall under a policy. */
export function Covered({ policy, onClose }: { readonly policy: PolicyRow; readonly onClose: () => void }) {
  const t = useText();
  const words = t.reorderPolicies;
  const [, navigate] = useLocation();
  const title = words.coveredTitle({ name: policyName(policy, t), count: formatQuantity(policy.covers) });
  return (
    <Modal opened onClose={onClose} title={title} size={640} centered transitionProps={{ duration: 100 }}>
      <div style={{ height: 420 }}>
        <DataTable
          id="policy-products"
          list="policies.products"
          input={{ id: policy.id }}
          label={title}
          columns={[
            { key: 'code', title: words.code, width: 120, sortable: true, always: true },
            { key: 'name', title: words.productName, sortable: true },
            { key: 'category', title: words.category, width: 120, sortable: true },
          ]}
          rowKey={(row) => row.id}
          searchPlaceholder={t.reorder.search}
          onOpen={(row) => navigate(`/products/${row.id}`)}
          empty={<EmptyState text={words.coveredEmpty} />}
        />
      </div>
    </Modal>
  );
}
