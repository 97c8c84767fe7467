declare const businessDayBrand: unique symbol;

/** A calendar day of the business, `YYYY-MM-DD`, without a time or a time zone. Sorts as text. */
export type BusinessDay = string & { readonly [businessDayBrand]: true };

/** Days since 1970-01-01 of a proleptic Gregorian date (Howard Hinnant, “chrono-compatible low-level date algorithms”). */
function daysFromCivil(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

function civilFromDays(days: number): { year: number; month: number; day: number } {
  const z = days + 719_468;
  const era = Math.floor(z / 146_097);
  const doe = z - era * 146_097;
  const yoe = Math.floor(
    (doe - Math.floor(doe / 1460) + Math.floor(doe / 36_524) - Math.floor(doe / 146_096)) / 365,
  );
  const doy = doe - (365 * yoe + Math.floor(yoe / 4) - Math.floor(yoe / 100));
  const mp = Math.floor((5 * doy + 2) / 153);
  const month = mp < 10 ? mp + 3 : mp - 9;
  return {
    year: yoe + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: doy - Math.floor((153 * mp + 2) / 5) + 1,
  };
}

function format(year: number, month: number, day: number): BusinessDay {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}` as BusinessDay;
}

/** The day of a calendar date, or `undefined` when there is no such date (31 April) or the year is outside 1900 … 2199. */
export function businessDayOf(year: number, month: number, day: number): BusinessDay | undefined {
  if (![year, month, day].every(Number.isInteger)) return undefined;
  if (year < 1900 || year > 2199 || month < 1 || month > 12 || day < 1 || day > 31) return undefined;
  const back = civilFromDays(daysFromCivil(year, month, day));
  return back.month === month && back.day === day ? format(year, month, day) : undefined;
}

/** Reads `YYYY-MM-DD` strictly; anything else is `undefined`. */
export function parseBusinessDay(text: string): BusinessDay | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(text);
  return match ? businessDayOf(Number(match[1]), Number(match[2]), Number(match[3])) : undefined;
}

/** As {@link parseBusinessDay}, for text known to be a day. Throws a RangeError otherwise. */
export function businessDay(text: string): BusinessDay {
  const day = parseBusinessDay(text);
  if (day === undefined) throw new RangeError(`not a calendar day: ${text}`);
  return day;
}

/** Days since 1970-01-01; consecutive days differ by one. */
export function dayNumber(day: BusinessDay): number {
  return daysFromCivil(Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10)));
}

export function dayFromNumber(value: number): BusinessDay {
  const { year, month, day } = civilFromDays(value);
  return format(year, month, day);
}

export function addDays(day: BusinessDay, days: number): BusinessDay {
  return dayFromNumber(dayNumber(day) + days);
}

/** `later − earlier` in days; negative when `later` comes first. */
export function daysBetween(earlier: BusinessDay, later: BusinessDay): number {
  return dayNumber(later) - dayNumber(earlier);
}

/** ISO weekday: 1 Monday … 7 Sunday. */
export function isoWeekday(day: BusinessDay): number {
  return ((((dayNumber(day) + 3) % 7) + 7) % 7) + 1;
}

/** The Monday of the ISO week that holds `day`. */
export function weekStart(day: BusinessDay): BusinessDay {
  return addDays(day, 1 - isoWeekday(day));
}

/**
 * A spreadsheet's date serial as a calendar day; the time of day is dropped. Serials below 61 of the 1900 epoch follow the
 * real calendar, not Lotus's invented 29 February 1900. `undefined` outside 1900 … 2199.
 */
export function businessDayFromSerial(serial: number, epoch1904 = false): BusinessDay | undefined {
  if (!Number.isFinite(serial)) return undefined;
  const whole = Math.floor(serial);
  if (epoch1904) return guardYear(daysFromCivil(1904, 1, 1) + whole);
  if (whole < 1) return undefined;
  return guardYear(daysFromCivil(1899, 12, whole < 61 ? 31 : 30) + whole);
}

function guardYear(days: number): BusinessDay | undefined {
  const { year, month, day } = civilFromDays(days);
  return businessDayOf(year, month, day);
}

/** The inverse of {@link businessDayFromSerial} for the 1900 epoch. */
export function serialFromBusinessDay(day: BusinessDay): number {
  const serial = dayNumber(day) - daysFromCivil(1899, 12, 30);
  return serial < 61 ? serial - 1 : serial;
}
