import { expect, test } from 'vitest';

import { safeFileName } from './file-name.ts';

test.each([
  ['..\\..\\evil.xlsx', 'evil.xlsx'],
  ['../a/订单 1.xlsx', '订单 1.xlsx'],
  ['a:b*c?.xlsx', 'a_b_c_.xlsx'],
  ['CON.xlsx', '_CON.xlsx'],
  ['com¹', '_com¹'],
  ['nul .xlsx', '_nul.xlsx'],
  ['name. ', 'name'],
  ['name\u202Exslx.exe', 'name_xslx.exe'],
  ['', 'zongdai'],
  [`${'长'.repeat(300)}.xlsx`, `${'长'.repeat(150)}.xlsx`],
  [`${'𠮷'.repeat(200)}.xlsx`, `${'𠮷'.repeat(150)}.xlsx`],
])('%s is proposed as %s', (name, expected) => {
  expect(safeFileName(name)).toBe(expected);
});
