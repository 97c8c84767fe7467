import { inspectionItems } from '#app/stock/inspection.ts';
import type { InspectionItem } from '#app/stock/inspection.ts';
import type { Inspection } from './inspection-columns.tsx';

const textFields = [
  'supplierLicence',
  'registrationNumber',
  'certificateNumber',
  'inspector',
  'note',
] as const;
type TextField = (typeof textFields)[number];

export type InspectDraft = Readonly<Record<TextField, string>> & {
  /** Whether a number is also to be kept with what it is of. */
  readonly remember: Readonly<Record<InspectionItem, boolean>>;
  /** Whether refusing also freezes the batch. */
  readonly freeze: boolean;
};

export const fieldOfItem = {
  licence: 'supplierLicence',
  registration: 'registrationNumber',
  certificate: 'certificateNumber',
} as const satisfies Readonly<Record<InspectionItem, TextField>>;

export function draftOf(record: Pick<Inspection, TextField>): InspectDraft {
  const { supplierLicence, registrationNumber, certificateNumber, inspector, note } = record;
  const remember = { licence: true, registration: true, certificate: true };
  return { supplierLicence, registrationNumber, certificateNumber, inspector, note, remember, freeze: true };
}

/** Only what differs from the record as it is. */
export function changeOf(
  record: Pick<Inspection, TextField>,
  draft: InspectDraft,
): Partial<Record<TextField, string>> {
  return Object.fromEntries(
    textFields
      .filter((field) => draft[field].trim() !== record[field])
      .map((field) => [field, draft[field].trim()]),
  );
}

/** Numbers that were written here and are to be kept elsewhere too. */
export function itemsToRemember(record: Pick<Inspection, TextField>, draft: InspectDraft): InspectionItem[] {
  const change = changeOf(record, draft);
  return inspectionItems.filter((item) => draft.remember[item] && (change[fieldOfItem[item]] ?? '') !== '');
}
