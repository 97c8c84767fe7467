import { expect, test } from 'vitest';
import { lineAction, typedQuantity } from './keys.ts';

const press = (key: string, more: Partial<Parameters<typeof lineAction>[0]> = {}) =>
  lineAction({
    key,
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    shiftKey: false,
    isComposing: false,
    ...more,
  });

test('arrows and Enter walk, digits edit, Space accepts, Delete and X drop, Z undoes', () => {
  expect(press('ArrowDown')).toEqual({ kind: 'walk', by: 1 });
  expect(press('Enter')).toEqual({ kind: 'walk', by: 1 });
  expect(press('Enter', { shiftKey: true })).toEqual({ kind: 'walk', by: -1 });
  expect(press('7')).toEqual({ kind: 'edit', text: '7' });
  expect(press('\uFF17')).toEqual({ kind: 'edit', text: '7' });
  expect(press(' ')).toEqual({ kind: 'accept' });
  expect(press('Delete')).toEqual({ kind: 'drop' });
  expect(press('X')).toEqual({ kind: 'drop' });
  expect(press('z')).toEqual({ kind: 'undo' });
  expect(press('z', { ctrlKey: true })).toEqual({ kind: 'undo' });
});

test('keys of the browser and of an input method are left alone', () => {
  expect(press('k', { ctrlKey: true })).toBeUndefined();
  expect(press('5', { ctrlKey: true })).toBeUndefined();
  expect(press('Tab')).toBeUndefined();
  expect(press(' ', { isComposing: true })).toBeUndefined();
});

test('typed quantities', () => {
  expect(typedQuantity('1,200')).toBe(1200);
  expect(typedQuantity('\uFF11\uFF12')).toBe(12);
  expect(typedQuantity('0')).toBe(0);
  for (const text of ['', '-1', '1.5', 'abc', '12345678901']) expect(typedQuantity(text)).toBeUndefined();
});
