import { Button, Menu } from '@mantine/core';
import { IconChevronDown, IconPlus } from '@tabler/icons-react';
import { Fragment } from 'react';
import { useLocation } from 'wouter';
import type { WrittenKind } from '#app/stock/stock-words.ts';
import { useText } from '../ui/language.tsx';

/** Kinds that belong together, in the order of how often they are written. */
const kindGroups: readonly (readonly WrittenKind[])[] = [
  ['receipt', 'issue'],
  ['customer_return', 'supplier_return'],
  ['transfer_out', 'transfer_in', 'exchange_out', 'exchange_in'],
  ['adjustment', 'internal_use', 'scrap'],
  ['assembly', 'disassembly'],
];

/** Writes a new document of any kind. */
export function NewMenu() {
  const t = useText();
  const [, navigate] = useLocation();
  return (
    <Menu position="bottom-end" shadow="sm" transitionProps={{ duration: 100 }}>
      <Menu.Target>
        <Button
          leftSection={<IconPlus size={16} stroke={1.5} />}
          rightSection={<IconChevronDown size={14} stroke={1.5} />}
          data-new-document
        >
          {t.documents.newMenu}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {kindGroups.map((group, index) => (
          <Fragment key={group[0]}>
            {index === 0 ? null : <Menu.Divider />}
            {group.map((kind) => (
              <Menu.Item key={kind} onClick={() => navigate(`/documents/new/${kind}`)} data-kind={kind}>
                {t.stockWords.kinds[kind]}
              </Menu.Item>
            ))}
          </Fragment>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
