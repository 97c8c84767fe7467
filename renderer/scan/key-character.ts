/** What of a keyboard event matters here. */
export interface KeyPress {
  readonly key: string;
  /** Where the key is, whatever the input method makes of it. */
  readonly code: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
}

const plain = "`1234567890-=[]\\;',./";
const shifted = '~!@#$%^&*()_+{}|:"<>?';
const codes = [
  'Backquote',
  ...[1, 2, 3, 4, 5, 6, 7, 8, 9, 0].map((digit) => `Digit${digit}`),
  'Minus',
  'Equal',
  'BracketLeft',
  'BracketRight',
  'Backslash',
  'Semicolon',
  'Quote',
  'Comma',
  'Period',
  'Slash',
];
const places = new Map(codes.map((code, place) => [code, place]));
const numpad = new Map([
  ['NumpadMultiply', '*'],
  ['NumpadDecimal', '.'],
  ['NumpadSubtract', '-'],
  ['NumpadAdd', '+'],
  ['NumpadDivide', '/'],
]);

/** ASCII 29; scanners type it as Ctrl ], some as F8. */
const groupSeparator = '\u001D';

/** An input method has taken the key: what was pressed can only be told from its place. */
function isProcessed({ key }: KeyPress): boolean {
  return key === 'Process' || key === 'Unidentified' || key === 'Dead';
}

/** The key by name, as if no input method were there: `Enter` for a processed Enter. */
export function keyName(press: KeyPress): string {
  if (!isProcessed(press)) return press.key;
  if (press.code === 'NumpadEnter') return 'Enter';
  return press.code;
}

/** The character that a key stands for; undefined for keys that write nothing. Scanners type as on a US keyboard. */
export function characterOf(press: KeyPress): string | undefined {
  const { key, code, ctrlKey, altKey, metaKey } = press;
  if (ctrlKey && !altKey && (key === ']' || code === 'BracketRight')) return groupSeparator;
  if (key === 'F8') return groupSeparator;
  if (ctrlKey !== altKey || metaKey) return undefined;
  if (key.length === 1) return key;
  return isProcessed(press) ? characterAt(code, press.shiftKey) : undefined;
}

function characterAt(code: string, isShifted: boolean): string | undefined {
  const letter = /^Key([A-Z])$/u.exec(code)?.[1];
  if (letter !== undefined) return isShifted ? letter : letter.toLowerCase();
  const digit = /^Numpad(\d)$/u.exec(code)?.[1];
  if (digit !== undefined) return digit;
  if (code === 'Space') return ' ';
  const place = places.get(code);
  if (place !== undefined) return (isShifted ? shifted : plain)[place];
  return numpad.get(code);
}
