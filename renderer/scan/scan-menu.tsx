import { Button, Menu } from '@mantine/core';
import { IconBarcode } from '@tabler/icons-react';
import { useLocation } from 'wouter';
import { useText } from '../ui/language.tsx';
import { scanKinds } from './kinds.ts';
import type { ScanKind } from './kinds.ts';

/** All screens for scanners under one button. */
export function ScanMenu() {
  const t = useText().scan;
  const [, navigate] = useLocation();
  return (
    <Menu position="bottom-end" shadow="sm">
      <Menu.Target>
        <Button variant="default" leftSection={<IconBarcode size={16} stroke={1.5} />} data-scan-menu>
          {t.scan}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {(Object.keys(scanKinds) as ScanKind[]).map((kind) => (
          <Menu.Item key={kind} onClick={() => navigate(`/scan/${kind}`)} data-scan={kind}>
            {t.kinds[kind]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
