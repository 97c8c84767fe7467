import type { CalendarProblemCode } from '../../core/calendar-problems.ts';

type Said = (p: { found: string; expected: string }) => string;

export const calendarWords = {
  scopes: { all: 'All products', category: 'One category', products: 'Chosen products' },
  dayKinds: { holiday: 'Day off', workday: 'Working day' },
  eventKinds: { holiday: 'Festival', event: 'Shopping event', period: 'Period' },
  states: { planned: 'Planned', running: 'Running', past: 'Past', cancelled: 'Cancelled' },
  problems: {
    'name.missing': () => 'Give it a name',
    'days.order': (p) => `It ends ${p.found}, before it begins ${p.expected}`,
    'days.tooMany': (p) => `${p.found} days long; at most ${p.expected}`,
    'discount.invalid': (p) => `A discount of ${p.found}% is none; give ${p.expected}`,
    'category.missing': () => 'Choose a category',
    'category.unknown': (p) => `No product has the category “${p.found}”`,
    'products.none': () => 'Choose at least one product',
    'product.unknown': () => 'There is no such product',
    'product.repeated': (p) => `The same as product ${p.expected}`,
    'supplier.unknown': () => 'Choose a supplier',
  } as Readonly<Record<CalendarProblemCode, Said>>,
};
