import { addDays, businessDayOf, daysBetween } from '../core/business-day.ts';
import type { BusinessDay } from '../core/business-day.ts';

/**
 * How long the purchase inspection record (进货查验记录) of a cosmetic must be kept: until at least one year after the end of its
 * shelf life, or, where the shelf life is under one year, at least two years, counted here from the day of receipt and never
 * less than the year past the expiry. Null while neither expiry nor production day with shelf life is known.
 *
 * Source: 化妆品监督管理条例 (国务院令第727号, in force 2021-01-01), 第三十八条 with 第三十一条第一款: “…保存期限不得少于产品使用期限
 * 届满后1年;产品使用期限不足1年的,记录保存期限不得少于2年”. Where the two years begin is for a lawyer to confirm.
 */
export function retainUntil({
  receivedOn,
  productionDay,
  expiryDay,
  shelfLifeDays,
}: {
  readonly receivedOn: BusinessDay;
  readonly productionDay: BusinessDay | null;
  readonly expiryDay: BusinessDay | null;
  readonly shelfLifeDays: number | null;
}): BusinessDay | null {
  if (expiryDay === null) return null;
  const life = shelfLifeDays ?? (productionDay === null ? null : daysBetween(productionDay, expiryDay));
  const pastExpiry = addYears(expiryDay, 1);
  if (life === null || life >= 365) return pastExpiry;
  const twoYears = addYears(receivedOn, 2);
  return twoYears > pastExpiry ? twoYears : pastExpiry;
}

/** The same calendar day years later; 29 February becomes 1 March. */
function addYears(day: BusinessDay, years: number): BusinessDay {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return (
    businessDayOf(year + years, month, date) ?? addDays(businessDayOf(year + years, month, 28) ?? day, 1)
  );
}

/** What an inspection record must hold, and does not yet. */
export const inspectionItems = ['licence', 'registration', 'certificate'] as const;
export type InspectionItem = (typeof inspectionItems)[number];

/** Items that have neither a number nor a file. */
export function missingItems(record: {
  readonly supplierLicence: string;
  readonly registrationNumber: string;
  readonly certificateNumber: string;
  readonly files: readonly InspectionItem[];
}): InspectionItem[] {
  const has: Readonly<Record<InspectionItem, boolean>> = {
    licence: record.supplierLicence !== '',
    registration: record.registrationNumber !== '',
    certificate: record.certificateNumber !== '',
  };
  return inspectionItems.filter((item) => !has[item] && !record.files.includes(item));
}
