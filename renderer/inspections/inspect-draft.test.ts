import { expect, test } from 'vitest';

import { changeOf, draftOf, itemsToRemember } from './inspect-draft.ts';

const record = {
  supplierLicence: '',
  registrationNumber: '浙G妆网备字1',
  certificateNumber: '',
  inspector: 'owner',
  note: '',
};

test('only what was changed is sent, and only written numbers are kept elsewhere', () => {
  const draft = { ...draftOf(record), supplierLicence: ' 9133 ', registrationNumber: '' };
  expect(changeOf(record, draftOf(record))).toEqual({});
  expect(changeOf(record, draft)).toEqual({ supplierLicence: '9133', registrationNumber: '' });
  expect(itemsToRemember(record, draft)).toEqual(['licence']);
  const alone = { ...draft, remember: { ...draft.remember, licence: false } };
  expect(itemsToRemember(record, alone)).toEqual([]);
});
