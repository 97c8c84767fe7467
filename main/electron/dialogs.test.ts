import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserWindow, DownloadItem, Session } from 'electron';
import { afterAll, beforeEach, expect, test } from 'vitest';
import type { Language } from '#app/i18n/translation.ts';
import { channels } from './channels.ts';
import { registerDialogs } from './dialogs.ts';
import type { DialogSurroundings } from './dialogs.ts';
import { askWhereToSave } from './downloads.ts';
import { as, fakeEmitter } from './fake-electron.ts';
import { closeBeforeQuit } from './quit.ts';

const directory = mkdtempSync(join(tmpdir(), '总代 对话框-'));
const handlers = new Map<string, (event: unknown, argument?: unknown) => unknown>();
const shown: string[] = [];
const saved = new Set<string>();
let language: Language = 'zh-CN';
let openPaths: string[] = [];
let savePath = '';

const ownEvent = { senderFrame: { url: 'app://zongdai/reorder', parent: null } };

async function call(channel: string, argument?: unknown, event: unknown = ownEvent): Promise<unknown> {
  const handler = handlers.get(channel);
  if (handler === undefined) throw new Error(`no handler for ${channel}`);
  return handler(event, argument);
}

beforeEach(() => {
  handlers.clear();
  saved.clear();
  registerDialogs({
    ipcMain: as<DialogSurroundings['ipcMain']>({
      handle: (channel: string, handler: (event: unknown) => unknown) => handlers.set(channel, handler),
    }),
    dialog: as<DialogSurroundings['dialog']>({
      showOpenDialog: () => Promise.resolve({ canceled: openPaths.length === 0, filePaths: openPaths }),
      showSaveDialog: () => Promise.resolve({ canceled: savePath === '', filePath: savePath }),
    }),
    shell: { showItemInFolder: (path) => void shown.push(path) },
    window: as<BrowserWindow>({}),
    language: () => language,
    setLanguage: (chosen) => {
      language = chosen;
    },
    print: () => void shown.push('print'),
    saved,
  });
});

afterAll(() => rmSync(directory, { recursive: true, force: true }));

test('a chosen file arrives by name and content; none when the person leaves the dialog', async () => {
  const path = join(directory, '日化 2026.xlsx');
  writeFileSync(path, 'content');
  openPaths = [path];
  expect(await call(channels.openFile)).toMatchObject({
    name: '日化 2026.xlsx',
    bytes: Buffer.from('content'),
  });
  openPaths = [];
  expect(await call(channels.openFile)).toBeNull();
});

test('a file is saved where the person says, and only such files are shown in their folder', async () => {
  savePath = join(directory, '订单.xlsx');
  expect(await call(channels.revealInFolder, savePath)).toBe(false);
  expect(await call(channels.saveFile, { name: '订单.xlsx', bytes: new Uint8Array([1, 2]) })).toBe(savePath);
  expect([...readFileSync(savePath)]).toEqual([1, 2]);
  expect(await call(channels.revealInFolder, savePath)).toBe(true);
  expect(shown).toContain(savePath);
  expect(readdirSync(directory)).not.toContainEqual(expect.stringMatching(/tmp$/u));
  savePath = '';
  expect(await call(channels.saveFile, { name: 'a.xlsx', bytes: new Uint8Array() })).toBeNull();
});

test('a place that cannot be written is named', async () => {
  savePath = join(directory, 'missing', 'a.xlsx');
  await expect(call(channels.saveFile, { name: 'a.xlsx', bytes: new Uint8Array() })).rejects.toMatchObject({
    failure: { code: 'file.unwritable' },
  });
});

test('only the top frame of the own page is answered', async () => {
  const strangers = [
    { senderFrame: null },
    { senderFrame: { url: 'https://example.com/', parent: null } },
    { senderFrame: { url: 'app://zongdai/', parent: {} } },
  ];
  for (const event of strangers) {
    await expect(call(channels.openFile, undefined, event)).rejects.toMatchObject({
      failure: { code: 'session.denied' },
    });
  }
});

test('arguments are checked', async () => {
  await expect(call(channels.saveFile, { name: 'a' })).rejects.toThrow();
  await expect(call(channels.setLanguage, 'fr')).rejects.toThrow();
  await call(channels.setLanguage, 'en');
  expect(language).toBe('en');
  language = 'zh-CN';
});

test('a download asks where to, and what was written can be shown in its folder', () => {
  const emitter = fakeEmitter();
  const done = fakeEmitter();
  let options: { defaultPath?: string } = {};
  const item = as<DownloadItem>({
    ...done,
    getFilename: () => 'a/b:c.xlsx',
    getSavePath: () => '/chosen/order.xlsx',
    setSaveDialogOptions: (given: typeof options) => (options = given),
  });
  askWhereToSave(as<Session>(emitter), () => language, saved);
  emitter.emit('will-download', {}, item);
  expect(options.defaultPath).toBe('b_c.xlsx');
  done.emit('done', {}, 'cancelled');
  expect(saved.size).toBe(0);
  done.emit('done', {}, 'completed');
  expect([...saved]).toEqual(['/chosen/order.xlsx']);
});

test('quitting waits for the store to close', async () => {
  const emitter = fakeEmitter();
  const events: string[] = [];
  const closed = Promise.withResolvers<void>();
  const leaving = closeBeforeQuit(
    as<Parameters<typeof closeBeforeQuit>[0]>({
      ...emitter,
      exit: (code: number) => events.push(`exit ${code}`),
    }),
    { close: () => closed.promise },
  );
  expect(leaving()).toBe(false);
  const prevent = { preventDefault: () => events.push('held') };
  emitter.emit('will-quit', prevent);
  emitter.emit('will-quit', prevent);
  expect([leaving(), events]).toEqual([true, ['held', 'held']]);
  closed.resolve();
  await closed.promise;
  await new Promise((resolve) => setImmediate(resolve));
  expect(events).toEqual(['held', 'held', 'exit 0']);
});
