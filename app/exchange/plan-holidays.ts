import type { AddedDayKind } from '../calendar/calendar-words.ts';
import { seenBefore, settle } from './sheet-plan.ts';
import type { PlanContext, SheetTask } from './sheet-plan.ts';

const off =
  /^(?:放假|休息|休假|休|假|节假日|法定节假日|法定假日|节日|假日|假期|是|holiday|day off|off|yes)$/iu;
const worked =
  /^(?:上班|补班|调休上班|调休|工作日|调休工作日|班|否|makeup[_ ]?work(?:ing)?[_ ]?day|make-up working day|working day|workday|work|no)$/iu;

function kindOf(text: string): AddedDayKind | undefined {
  if (off.test(text)) return 'holiday';
  return worked.test(text) ? 'workday' : undefined;
}

const longestName = 60;

/** True where the row is a duplicate. */
function planRow(context: PlanContext, task: SheetTask): boolean {
  const { cursor } = task;
  const day = cursor.day('day');
  if (day === null && !cursor.refused('day')) cursor.note('day', 'date.missing');
  const word = cursor.text('dayKind');
  const kind = kindOf(word);
  if (kind === undefined && !cursor.refused('dayKind'))
    cursor.note('dayKind', 'dayKind.unknown', { found: word });
  const said = cursor.text('dayName');
  if (said.length > longestName) cursor.note('dayName', 'value.tooLong', { expected: String(longestName) });
  if (cursor.rejected || day === null || kind === undefined) return false;
  const name = said === '' ? word : said;
  const same = seenBefore(context, task, `holiday\u001F${day}\u001F${kind}\u001F${name}`);
  const other = seenBefore(context, task, `holiday\u001F${day}`);
  if (same !== null) cursor.note(null, 'line.repeated', { found: day, expected: same });
  else if (other !== null) cursor.note('day', 'code.repeated', { found: day, expected: other });
  if (same !== null || other !== null) return true;
  const known = context.known.calendar.days.get(day);
  if (known !== undefined && known.kind === kind && known.name === name) {
    cursor.note(null, 'row.unchanged', { found: day });
    return true;
  }
  context.calendarDays.push({ day, kind, name, isNew: known === undefined });
  return false;
}

/** Plans the days off and working days of one sheet; what was said of a day gives way to what the file says. */
export function planHolidays(context: PlanContext, task: SheetTask): void {
  for (const row of task.rows) {
    task.cursor.start(row);
    settle(task, planRow(context, task));
    task.tick();
  }
}
