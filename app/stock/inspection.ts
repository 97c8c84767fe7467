import { addDays, businessDayOf, daysBetween } from '../core/business-day.ts';
import type { BusinessDay } from '../core/business-day.ts';

/**
 * How long the purchase inspection record (进货查验记录) of a cosmetic and its vouchers must be kept: until at least one year after
 * the end of its shelf life, or, where the shelf life is under one year, at least two years, counted here from the day of
 * receipt and never less than the year past the expiry. Where the shelf life itself is not known, the longer of both. Null while
 * the expiry is not known.
 *
 * Source: 化妆品监督管理条例 (国务院令第727号, in force 2021-01-01). 第三十八条 asks whoever trades in cosmetics for the record and
 * takes its term from 第三十一条第一款, which sets it for makers and reads: no less than 1 year after 使用期限 has ended; where
 * 使用期限 is under 1 year, the record is kept no less than 2 years. From when the two years run it does not say: for a lawyer
 * to confirm.
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
  if (life !== null && life >= 365) return pastExpiry;
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

/**
 * What is checked of each purchase and kept as evidence: the supplier's market entity registration (供货者的市场主体登记证明), the
 * cosmetic's registration or filing (注册或者备案情况) and the certificate that it passed the maker's inspection (出厂检验合格证明).
 * Source: 化妆品监督管理条例 第三十八条; 化妆品生产经营监督管理办法 (国家市场监督管理总局令第46号, in force 2022-01-01) adds what is
 * written down: name, registration or filing number, 使用期限, 净含量, quantity, supplier's name, address and contact, day.
 */
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
