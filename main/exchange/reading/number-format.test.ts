import { expect, test } from 'vitest';
import { isBuiltInDayFormat, isDayFormat } from './number-format.ts';

test.each([
  'yyyy-mm-dd',
  'yyyy\\-mm\\-dd',
  'yyyy"年"m"月"d"日"',
  'yyyy年m月d日',
  '[$-804]yyyy/m/d;@',
  'm/d/yy h:mm',
  'h:mm AM/PM',
  'mmm-yy',
  '[DBNum1][$-804]yyyy"年"m"月"',
  'mm:ss',
  '[$-804]aaaa;@',
  'd-mmm',
  'YYYY.MM.DD',
  '上午/下午h"时"',
])('%s shows a day or a time', (format) => expect(isDayFormat(format)).toBe(true));

test.each([
  'General',
  'G/通用格式',
  '0.00',
  '#,##0',
  '@',
  '0.00E+00',
  '0"day"',
  '"ym"0',
  '0\\d',
  '[Red]0',
  '[Blue]-0',
  '_ * #,##0.00_ ',
  '[h]:mm:ss',
  '[mm]:ss',
  '¥#,##0.00;[Red]¥-#,##0.00',
  '0"盒"',
  '# ?/?',
  '',
  '[$USD] 0',
  '_d0',
  '*s0',
  '"未闭合 y',
])('%s shows a number', (format) => expect(isDayFormat(format)).toBe(false));

test('built-in formats', () => {
  const days = Array.from({ length: 60 }, (_, id) => id).filter(isBuiltInDayFormat);
  const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, step) => from + step);
  expect(days).toEqual([...range(14, 22), ...range(27, 36), 45, 47, ...range(50, 58)]);
});
