import { Button, Menu } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import {
  IconBan,
  IconBarcode,
  IconChevronDown,
  IconCircleCheck,
  IconDownload,
  IconFileSpreadsheet,
  IconNumber0,
  IconPlus,
  IconPrinter,
  IconUpload,
} from '@tabler/icons-react';
import { useLocation } from 'wouter';
import { useText } from '../ui/language.tsx';
import { AddGoods } from './add-goods.tsx';
import { ImportCounts } from './import-counts.tsx';
import type { StocktakeView } from './stocktake-page.tsx';
import { useEndings } from './use-endings.ts';
import { useSaveSheet } from './use-save-sheet.ts';

const icon = { size: 16, stroke: 1.5 } as const;

/** What can be done with a stocktake as a whole. */
export function StocktakeActions({ view }: { readonly view: StocktakeView }) {
  const words = useText().stocktake.head;
  const grid = useText().stocktake.grid;
  const [, navigate] = useLocation();
  const { head, progress } = view;
  const sheet = useSaveSheet(head.id);
  const endings = useEndings(view);
  const [importing, importDialog] = useDisclosure(false);
  const [adding, addDialog] = useDisclosure(false);
  const counting = head.status === 'counting';
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button
            variant="default"
            loading={sheet.running}
            leftSection={<IconFileSpreadsheet {...icon} />}
            rightSection={<IconChevronDown size={14} />}
            data-sheet-menu
          >
            {words.sheet}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<IconDownload {...icon} />}
            onClick={() => void sheet.save()}
            data-export-sheet
          >
            {words.exportSheet}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconUpload {...icon} />}
            disabled={!counting}
            onClick={importDialog.open}
            data-import-sheet
          >
            {words.importSheet}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconPrinter {...icon} />}
            onClick={() => navigate(`/stocktakes/${head.id}/print`)}
          >
            {words.print}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {counting ? (
        <Menu position="bottom-end">
          <Menu.Target>
            <Button variant="default" rightSection={<IconChevronDown size={14} />} data-more-menu>
              {words.more}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item leftSection={<IconPlus {...icon} />} onClick={addDialog.open}>
              {grid.add}
            </Menu.Item>
            <Menu.Item
              leftSection={<IconNumber0 {...icon} />}
              disabled={progress.counted === progress.lines}
              onClick={() => void endings.countRest()}
            >
              {words.zero}
            </Menu.Item>
            <Menu.Divider />
            <Menu.Item
              leftSection={<IconCircleCheck {...icon} />}
              onClick={() => void endings.close()}
              data-close-stocktake
            >
              {words.close}
            </Menu.Item>
            <Menu.Item
              leftSection={<IconBan {...icon} />}
              color="red"
              disabled={progress.posted > 0}
              onClick={() => void endings.cancel()}
            >
              {words.cancel}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      ) : null}
      {counting ? (
        <Button
          leftSection={<IconBarcode {...icon} />}
          onClick={() => navigate(`/stocktakes/${head.id}/count`)}
          data-scan-count
        >
          {words.scan}
        </Button>
      ) : null}
      <ImportCounts id={head.id} opened={importing} onClose={importDialog.close} />
      <AddGoods id={head.id} opened={adding} onClose={addDialog.close} />
    </>
  );
}
