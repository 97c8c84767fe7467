import { expect, test } from 'vitest';
import { defaultDataDirectory, prepareDataDirectory } from './data-directory.ts';
import { parseServeArguments } from './serve-arguments.ts';

test('without arguments: a free port, the default directory, Chinese', () => {
  expect(parseServeArguments([])).toEqual({ data: undefined, port: 0, json: false, language: 'zh-CN' });
});

test('all arguments', () => {
  const args = ['--data', 'D:\\总代 数据', '--port', '8080', '--json', '--language', 'en'];
  expect(parseServeArguments(args)).toEqual({
    data: 'D:\\总代 数据',
    port: 8080,
    json: true,
    language: 'en',
  });
});

test.each([
  ['--port', 'x'],
  ['--port', '65536'],
  ['--port', '-1'],
  ['--language', 'fr'],
  ['--what'],
  ['extra'],
  ['--data', ''],
])('a command line that cannot be understood: %s %s', (...args) => {
  expect(parseServeArguments(args)).toBeUndefined();
});

test('each system keeps the data where it keeps data', () => {
  expect(
    defaultDataDirectory({
      platform: 'win32',
      environment: { APPDATA: 'C:\\Users\\张 三\\AppData\\Roaming' },
      home: 'C:\\Users\\张 三',
    }),
  ).toBe('C:\\Users\\张 三\\AppData\\Roaming\\zongdai');
  for (const environment of [{}, { APPDATA: '' }]) {
    expect(defaultDataDirectory({ platform: 'win32', environment, home: 'C:\\Users\\a' })).toBe(
      'C:\\Users\\a\\AppData\\Roaming\\zongdai',
    );
  }
  expect(defaultDataDirectory({ platform: 'darwin', environment: {}, home: '/Users/a' })).toBe(
    '/Users/a/Library/Application Support/zongdai',
  );
  expect(
    defaultDataDirectory({ platform: 'linux', environment: { XDG_DATA_HOME: '/data' }, home: '/home/a' }),
  ).toBe('/data/zongdai');
  expect(
    defaultDataDirectory({ platform: 'linux', environment: { XDG_DATA_HOME: 'data' }, home: '/home/a' }),
  ).toBe('/home/a/.local/share/zongdai');
});

test('a directory that cannot be made is named', () => {
  expect(() => prepareDataDirectory(`${import.meta.filename}/inside-a-file`)).toThrow(
    expect.objectContaining({
      failure: expect.objectContaining({ code: 'host.dataDirectory' }) as unknown,
    }) as Error,
  );
});
