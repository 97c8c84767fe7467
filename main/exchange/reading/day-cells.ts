import { businessDayFromSerial, parseBusinessDay } from '#app/core/business-day.ts';
import type { Cell, DayCell } from '#app/exchange/sheet.ts';

/** Numbers shown as dates, and dates written as text, as the cells they are. */
export interface DayCells {
  /** The number itself where no calendar day belongs to it (a time of day, a negative number). */
  fromSerial(serial: number): Cell;
  /** ISO 8601, with or without a time of day; text that is none stays text. */
  fromText(text: string): Cell;
}

/** Days are few and cells many: equal days share one cell. */
export function dayCells(epoch1904: boolean): DayCells {
  const bySerial = new Map<number, DayCell | null>();
  return {
    fromSerial(serial) {
      const whole = Math.floor(serial);
      let known = bySerial.get(whole);
      if (known === undefined) {
        const day = businessDayFromSerial(whole, epoch1904);
        known = day === undefined ? null : { day };
        bySerial.set(whole, known);
      }
      return known ?? serial;
    },
    fromText(text) {
      const day = /^\d{4}-\d{2}-\d{2}(?:T|$)/u.test(text) ? parseBusinessDay(text.slice(0, 10)) : undefined;
      return day === undefined ? text : { day };
    },
  };
}
