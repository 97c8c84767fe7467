import {
  IconArrowsExchange,
  IconBox,
  IconCalendar,
  IconFileText,
  IconHome,
  IconPackage,
  IconSettings,
  IconShoppingCart,
  IconUsers,
} from '@tabler/icons-react';
import type { Catalogue } from '#app/i18n/zh-CN.ts';

export interface NavigationEntry {
  readonly name: keyof Catalogue['shell']['nav'] &
    (
      | 'home'
      | 'reorder'
      | 'calendar'
      | 'stock'
      | 'products'
      | 'documents'
      | 'imports'
      | 'customers'
      | 'settings'
    );
  readonly path: string;
  /** Other first parts of the address that belong to this entry. */
  readonly also?: readonly string[];
  readonly icon: typeof IconHome;
}

/** In the order of a working day. Only what exists. */
export const navigation: readonly NavigationEntry[] = [
  { name: 'home', path: '/', icon: IconHome },
  { name: 'reorder', path: '/reorder', icon: IconShoppingCart },
  { name: 'calendar', path: '/calendar', icon: IconCalendar },
  { name: 'stock', path: '/stock', also: ['/stocktakes', '/lots', '/inspections'], icon: IconBox },
  { name: 'products', path: '/products', icon: IconPackage },
  {
    name: 'documents',
    path: '/documents',
    also: ['/orders', '/customer-orders', '/sales'],
    icon: IconFileText,
  },
  { name: 'imports', path: '/imports', icon: IconArrowsExchange },
  { name: 'customers', path: '/customers', also: ['/partners'], icon: IconUsers },
  { name: 'settings', path: '/settings', icon: IconSettings },
];

function isUnder(location: string, path: string): boolean {
  return location === path || location.startsWith(`${path}/`);
}

export function isCurrent(entry: NavigationEntry, location: string): boolean {
  if (entry.path === '/') return location === '/';
  return [entry.path, ...(entry.also ?? [])].some((path) => isUnder(location, path));
}

type TitleName = keyof Catalogue['shell']['titles'];

const titlePatterns: readonly (readonly [RegExp, TitleName])[] = [
  [/^\/$/u, 'home'],
  [/^\/reorder\/what-if$/u, 'whatIf'],
  [/^\/reorder\/policies$/u, 'policies'],
  [/^\/reorder\/accuracy$/u, 'accuracy'],
  [/^\/reorder\/balance$/u, 'balance'],
  [/^\/reorder(\/|$)/u, 'reorder'],
  [/^\/calendar(\/|$)/u, 'calendar'],
  [/^\/stock\/opening$/u, 'opening'],
  [/^\/stock\/expiry$/u, 'expiry'],
  [/^\/stock\/lots$/u, 'lots'],
  [/^\/stock\/slow$/u, 'slowStock'],
  [/^\/lots\/[^/]+\/trace$/u, 'trace'],
  [/^\/lots\//u, 'lot'],
  [/^\/inspections(\/|$)/u, 'inspections'],
  [/^\/stock$/u, 'stock'],
  [/^\/stocktakes$/u, 'stocktakes'],
  [/^\/stocktakes\/[^/]+\/count$/u, 'counting'],
  [/^\/stocktakes\/[^/]+\/print$/u, 'countSheet'],
  [/^\/stocktakes\//u, 'stocktake'],
  [/^\/products$/u, 'products'],
  [/^\/products\//u, 'product'],
  [/^\/documents$/u, 'documents'],
  [/^\/documents\/drafts$/u, 'documents'],
  [/^\/documents\//u, 'document'],
  [/^\/orders$/u, 'orders'],
  [/^\/orders\//u, 'order'],
  [/^\/customer-orders$/u, 'customerOrders'],
  [/^\/customer-orders\//u, 'customerOrder'],
  [/^\/sales$/u, 'sales'],
  [/^\/scan\//u, 'scan'],
  [/^\/labels$/u, 'labels'],
  [/^\/imports(\/|$)/u, 'imports'],
  [/^\/customers$/u, 'customers'],
  [/^\/partners$/u, 'partners'],
  [/^\/settings$/u, 'settings'],
];

/** What the bar says for an address. */
export function titleOf(location: string): TitleName {
  return titlePatterns.find(([pattern]) => pattern.test(location))?.[1] ?? 'notFound';
}
