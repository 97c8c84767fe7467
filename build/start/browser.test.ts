import { expect, test } from 'vitest';
import { browserCommand } from './browser.ts';

test('each system opens an address in its own way', () => {
  const url = 'http://127.0.0.1:8080/?token=a&b=c';
  expect(browserCommand('win32', url)).toEqual([
    'cmd.exe',
    ['/d', '/c', 'start', '""', 'http://127.0.0.1:8080/?token=a^&b=c'],
  ]);
  expect(browserCommand('darwin', url)).toEqual(['open', [url]]);
  expect(browserCommand('linux', url)).toEqual(['xdg-open', [url]]);
});
