import { IconTruckDelivery, IconTruckReturn, IconUserExclamation } from '@tabler/icons-react';
import type { Catalogue } from '#app/i18n/zh-CN.ts';
import type { OutputOf } from '../api/contract.ts';
import type { Task } from './inbox.tsx';

type Summary = OutputOf<'home.summary'>;

/** Deliveries that are late come first, then those of today, then the rest; then customers who wait. */
export function orderTasks(summary: Summary, t: Catalogue): readonly Task[] {
  const words = t.home.tasks;
  const { overdueOrders, ordersToday, openOrders, overdueCustomerOrders } = summary;
  const tasks: (Task | null)[] = [
    overdueOrders === 0
      ? null
      : {
          key: 'overdueOrders',
          icon: IconTruckReturn,
          tone: 'bad',
          title: words.overdueOrders({ count: overdueOrders }),
          hint: words.overdueOrdersHint,
          href: '/orders?view=overdue',
        },
    ordersToday === 0
      ? null
      : {
          key: 'ordersToday',
          icon: IconTruckDelivery,
          tone: 'warn',
          title: words.ordersToday({ count: ordersToday }),
          hint: words.ordersTodayHint,
          href: '/orders?view=today',
        },
    openOrders === 0
      ? null
      : {
          key: 'openOrders',
          icon: IconTruckDelivery,
          tone: 'info',
          title: words.openOrders({ count: openOrders }),
          hint: words.openOrdersHint,
          href: '/orders',
        },
    overdueCustomerOrders === 0
      ? null
      : {
          key: 'overdueCustomerOrders',
          icon: IconUserExclamation,
          tone: 'warn',
          title: words.overdueCustomerOrders({ count: overdueCustomerOrders }),
          hint: words.overdueCustomerOrdersHint,
          href: '/customer-orders?view=overdue',
        },
  ];
  return tasks.filter((task) => task !== null);
}
