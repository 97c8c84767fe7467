import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { KeyPress } from './key-character.ts';
import { emptyReader, readKey, readKeyUp, readText, settledDigit } from './reader.ts';
import type { Reader, ReaderAction } from './reader.ts';

const up = { shiftKey: false, ctrlKey: false, altKey: false, metaKey: false };
const key = (name: string, change: Partial<KeyPress> = {}): KeyPress => ({
  key: name,
  code: '',
  ...up,
  ...change,
});

/** Presses keys one after another, each `gap` milliseconds after the last. */
function press(
  keys: readonly KeyPress[],
  gap: number,
  from: { reader: Reader; time: number } = { reader: emptyReader, time: 1000 },
): { reader: Reader; time: number; actions: ReaderAction[] } {
  let { reader, time } = from;
  const actions: ReaderAction[] = [];
  for (const one of keys) {
    time += gap;
    const step = readKey(reader, one, time);
    ({ reader } = step);
    if (step.action !== null) actions.push(step.action);
  }
  return { reader, time, actions };
}

const keysOf = (text: string): KeyPress[] => [...text].map((character) => key(character));
const enter = key('Enter');
const barcode = '6901234567892';

test('fast characters that end with Enter or Tab are a scan, slow ones are typed', () => {
  expect(press([...keysOf(barcode), enter], 8).actions).toEqual([
    { kind: 'scan', text: barcode, before: '' },
  ]);
  expect(press([...keysOf(barcode), key('Tab')], 30).actions).toMatchObject([{ kind: 'scan' }]);
  expect(press([...keysOf(barcode), enter], 120).actions).toEqual([{ kind: 'typed', text: barcode }]);
  expect(press([...keysOf('12'), enter], 8).actions).toEqual([{ kind: 'typed', text: '12' }]);
});

test('what was typed before a scan is kept apart from it', () => {
  const typed = press(keysOf('12*'), 150);
  const scanned = press([...keysOf(barcode), enter], 5, { ...typed, time: typed.time + 400 });
  expect(scanned.actions).toEqual([{ kind: 'scan', text: barcode, before: '12*' }]);
});

test('an input method that takes the keys changes nothing', () => {
  const code = (character: string): string =>
    /[0-9]/u.test(character) ? `Digit${character}` : `Key${character.toUpperCase()}`;
  const process = (text: string): KeyPress[] =>
    [...text].map((character) =>
      key('Process', { code: code(character), shiftKey: /[A-Z]/u.test(character) }),
    );
  const { actions } = press([...process('010690AbC'), key('Process', { code: 'Enter' })], 4);
  expect(actions).toEqual([{ kind: 'scan', text: '010690AbC', before: '' }]);
  const shifted = [
    key('Process', { code: 'Digit9', shiftKey: true }),
    ...process('01'),
    key('Process', { code: 'Digit0', shiftKey: true }),
    ...process('06'),
    key('Process', { code: 'NumpadEnter' }),
  ];
  expect(press(shifted, 4).actions).toMatchObject([{ text: '(01)06' }]);
  expect(press([...keysOf('６９０１２３'), enter], 4).actions).toMatchObject([{ text: '690123' }]);
});

test('group separators come as Ctrl ], F8 or by number', () => {
  const control = key(']', { code: 'BracketRight', ctrlKey: true });
  expect(press([...keysOf('10AB'), control, ...keysOf('17'), enter], 4).actions).toMatchObject([
    { text: '10AB\u001D17' },
  ]);
  expect(press([...keysOf('10AB'), key('F8'), ...keysOf('17'), enter], 4).actions).toMatchObject([
    { text: '10AB\u001D17' },
  ]);
  const alt = ['0', '0', '2', '9'].map((digit) => key(digit, { code: `Numpad${digit}`, altKey: true }));
  const typed = press([...keysOf('10AB'), ...alt], 4);
  const after = { reader: readKeyUp(typed.reader, 'Alt', typed.time), time: typed.time };
  expect(press([...keysOf('17'), enter], 4, after).actions).toMatchObject([{ text: '10AB\u001D17' }]);
});

test('carriage return and line feed end one scan, a later Enter accepts', () => {
  const once = press([...keysOf(barcode), enter, enter], 5);
  expect(once.actions).toHaveLength(1);
  expect(press([enter], 900, once).actions).toEqual([{ kind: 'accept' }]);
  const posting = press([...keysOf(barcode), enter, key('F9'), enter], 5);
  expect(posting.actions.map(({ kind }) => kind)).toEqual(['scan', 'post', 'accept']);
});

test('Backspace deletes what is typed, then undoes', () => {
  const { actions, reader } = press(
    [...keysOf('12'), key('Backspace'), key('Backspace'), key('Backspace')],
    90,
  );
  expect(actions).toEqual([{ kind: 'undo' }]);
  expect(reader.text).toBe('');
});

test('Escape empties what is typed, then cancels; shortcuts of the page are left alone', () => {
  expect(press([...keysOf('ab'), key('Escape'), key('Escape')], 90).actions).toEqual([{ kind: 'cancel' }]);
  expect(readKey(emptyReader, key('k', { ctrlKey: true }), 0).handled).toBe(false);
  expect(readKey(emptyReader, key('Tab'), 0).handled).toBe(false);
  expect(readKey(emptyReader, key('Shift', { shiftKey: true }), 0).handled).toBe(false);
});

test('a lone digit is a choice once nothing follows it', () => {
  const { reader, time } = press(keysOf('2'), 10);
  expect(settledDigit(reader, time + 100)).toBeUndefined();
  expect(settledDigit(reader, time + 160)).toMatchObject({ action: { kind: 'typed', text: '2' } });
  expect(settledDigit(press(keysOf('69'), 10).reader, time + 500)).toBeUndefined();
});

test('pasted text is a scan', () => {
  const reader = readText(emptyReader, barcode, 50);
  expect(readKey(reader, enter, 60).action).toEqual({ kind: 'scan', text: barcode, before: '' });
});

test('whatever was typed before, a scan comes through whole', () => {
  const gaps = fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 13, maxLength: 13 });
  const typed = fc.string({ unit: fc.constantFrom(...'0123456789ab*'), maxLength: 6 });
  fc.assert(
    fc.property(typed, gaps, fc.integer({ min: 51, max: 900 }), (before, times, pause) => {
      let { reader, time } = press(keysOf(before), 200);
      time += pause;
      for (const [place, character] of [...barcode].entries()) {
        if (place > 0) time += times[place] ?? 0;
        ({ reader } = readKey(reader, key(character), time));
      }
      const { action } = readKey(reader, enter, time + 5);
      expect(action).toEqual({ kind: 'scan', text: barcode, before });
    }),
  );
});

test('a scan that a busy computer tore apart is one scan', () => {
  const times = [5, 5, 5, 5, 5, 320, 5, 5, 5, 5, 5, 5, 5];
  let { reader, time } = press(keysOf('12*'), 150);
  time += 500;
  for (const [place, character] of [...barcode].entries()) {
    time += times[place] ?? 0;
    ({ reader } = readKey(reader, key(character), time));
  }
  expect(readKey(reader, enter, time + 5).action).toEqual({ kind: 'scan', text: barcode, before: '12*' });
});
