import {
  IconBox,
  IconCalculator,
  IconClipboardList,
  IconFileImport,
  IconLanguage,
  IconMoon,
  IconPackage,
  IconSun,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useLocation } from 'wouter';
import { mutate } from '../api/client.ts';
import { followJob } from '../api/follow-job.ts';
import { invalidate, useApiQuery } from '../api/hooks.ts';
import { useNewDocumentCommands } from '../documents/new-commands.tsx';
import { useText } from '../ui/language.tsx';
import { notifyFailure } from '../ui/notify.tsx';
import { jobError } from '../ui/use-job.ts';
import { useScanCommands } from '../scan/scan-commands.tsx';
import { navigation } from './navigation.ts';
import { useSwitchLanguage, useSwitchTheme } from './preferences.ts';

export interface CommandGroup {
  readonly group: string;
  readonly actions: {
    readonly id: string;
    readonly label: string;
    readonly keywords?: string;
    readonly leftSection: ReactNode;
    readonly onClick: () => void;
  }[];
}

const icon = { size: 18, stroke: 1.5 } as const;

/** Other ways to say where an entry leads: pinyin, initials, English. Never shown. */
const keywords: Readonly<Record<string, string>> = {
  home: 'sy shouye home 首页',
  reorder: 'bh buhuo reorder replenish 补货建议',
  calendar: 'rl rili cx cuxiao hd tianqi calendar promotion holiday weather 促销 节假日 天气',
  stock: 'kc kucun stock inventory 库存',
  products: 'sp shangpin product 商品',
  documents: 'dj danju document order 单据 采购订单 cg',
  imports: 'jh jiaohuan daoru dr import exchange excel 导入 交换',
  customers: 'kh kehu customer 客户',
  settings: 'sz shezhi settings 设置',
};

/** Pages within an entry of the navigation. */
const innerPages = [
  { name: 'orders', path: '/orders', keywords: 'cgdd caigou dingdan purchase order hq 在途' },
  {
    name: 'customerOrders',
    path: '/customer-orders',
    keywords: 'khdd kehu dingdan xsdd customer sales order 预订',
  },
  { name: 'whatIf', path: '/reorder/what-if', keywords: 'ty tuiyan what-if replay simulate moni 模拟' },
  { name: 'expiry', path: '/stock/expiry', keywords: 'xq xiaoqi lq linqi expiry 临期 过期' },
  { name: 'slowStock', path: '/stock/slow', keywords: 'zx zhixiao slow dead stock 呆滞' },
  { name: 'lots', path: '/stock/lots', keywords: 'pc pici ph pihao batch lot 批号' },
  { name: 'stocktakes', path: '/stocktakes', keywords: 'pd pandian stocktake count inventory 清点' },
  { name: 'inspections', path: '/inspections', keywords: 'cy chayan jhcy inspection record 进货查验 台账' },
  {
    name: 'partners',
    path: '/partners',
    keywords: 'gys gongyingshang jxs wldw partner supplier distributor',
  },
] as const;

export function usePageCommands(): CommandGroup {
  const t = useText();
  const [, navigate] = useLocation();
  return {
    group: t.shell.search.pages,
    actions: [
      ...navigation.map((entry) => ({
        id: entry.path,
        label: t.shell.titles[entry.name],
        keywords: keywords[entry.name] ?? '',
        leftSection: <entry.icon {...icon} />,
        onClick: () => navigate(entry.path),
      })),
      ...innerPages.map((page) => ({
        id: page.path,
        label: t.shell.titles[page.name],
        keywords: page.keywords,
        leftSection: <IconBox {...icon} />,
        onClick: () => navigate(page.path),
      })),
    ],
  };
}

async function computeReorder(): Promise<void> {
  const { jobId } = await mutate('replenishment.start', {});
  const job = await followJob(jobId);
  if (job.state === 'failed') throw jobError(job);
  await invalidate('replenishment', 'home');
}

export function useActionCommands(chooseFile: () => void): CommandGroup {
  const t = useText();
  const [, navigate] = useLocation();
  const switchLanguage = useSwitchLanguage();
  const { dark, toggle } = useSwitchTheme();
  const words = t.shell.search;
  const scanning = useScanCommands();
  const writing = useNewDocumentCommands();
  return {
    group: words.actions,
    actions: [
      {
        id: 'import',
        label: words.importFile,
        keywords: 'dr daoru wenjian import file excel',
        leftSection: <IconFileImport {...icon} />,
        onClick: chooseFile,
      },
      {
        id: 'compute',
        label: words.computeReorder,
        keywords: 'jisuan buhuo js bh compute reorder',
        leftSection: <IconCalculator {...icon} />,
        onClick: () => {
          navigate('/reorder');
          computeReorder().catch(notifyFailure);
        },
      },
      {
        id: 'opening',
        label: words.openingStock,
        keywords: 'qichu kucun qc opening stock',
        leftSection: <IconClipboardList {...icon} />,
        onClick: () => navigate('/stock/opening'),
      },
      ...scanning,
      ...writing,
      {
        id: 'language',
        label: t.shell.language.switchTo === 'English' ? words.toEnglish : words.toChinese,
        keywords: 'yuyan yy language english zhongwen 中文',
        leftSection: <IconLanguage {...icon} />,
        onClick: switchLanguage,
      },
      {
        id: 'theme',
        label: dark ? words.toLight : words.toDark,
        keywords: 'shense qianse zhuti theme dark light 深色 浅色',
        leftSection: dark ? <IconSun {...icon} /> : <IconMoon {...icon} />,
        onClick: toggle,
      },
    ],
  };
}

/** Products by code, name, barcode or pinyin, found by the store. */
export function useProductCommands(search: string): CommandGroup {
  const t = useText();
  const [, navigate] = useLocation();
  const wanted = search.trim();
  const answer = useApiQuery(
    'products.list',
    { search: wanted, page: 1, pageSize: 8, filters: {} },
    { enabled: wanted !== '', keepPrevious: true },
  );
  const rows =
    wanted === '' ? [] : ((answer.data?.rows ?? []) as readonly { id: string; code: string; name: string }[]);
  return {
    group: t.shell.search.products,
    actions: rows.map((row) => ({
      id: row.id,
      label: `${row.code}  ${row.name}`,
      leftSection: <IconPackage {...icon} />,
      onClick: () => navigate(`/products/${row.id}`),
    })),
  };
}
