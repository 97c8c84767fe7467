import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { MenuItemConstructorOptions } from 'electron';
import { afterAll, expect, test, vi } from 'vitest';
import { channels } from './channels.ts';
import { fakeEmitter } from './fake-electron.ts';

// The whole desktop host on a stand-in for Electron's process: a real store in a real server thread behind app://.

const directory = mkdtempSync(join(tmpdir(), '总代 桌面-'));
afterAll(() => rmSync(directory, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 }));

const world = vi.hoisted(() => ({
  order: [] as string[],
  paths: {} as Record<string, string>,
  handlers: new Map<string, (event: unknown, argument?: unknown) => unknown>(),
  served: undefined as ((request: Request) => Promise<Response>) | undefined,
  windowOptions: {} as Record<string, unknown>,
  menus: [] as MenuItemConstructorOptions[][],
  sent: [] as unknown[][],
  exit: Promise.withResolvers<number>(),
  loaded: Promise.withResolvers<string>(),
}));

const emitters = { app: fakeEmitter(), session: fakeEmitter(), window: fakeEmitter() };

vi.mock('electron', () => ({
  app: {
    ...emitters.app,
    isPackaged: true,
    setPath: (name: string, path: string) => (world.paths[name] = path),
    requestSingleInstanceLock: () => true,
    whenReady: () => {
      world.order.push('ready');
      return Promise.resolve();
    },
    quit: () => emitters.app.emit('will-quit', { preventDefault: () => undefined }),
    exit: (code: number) => world.exit.resolve(code),
    getVersion: () => '0.1.0',
  },
  BrowserWindow: function BrowserWindow(this: Record<string, unknown>, options: Record<string, unknown>) {
    world.windowOptions = options;
    Object.assign(this, emitters.window, {
      show: () => world.order.push('show'),
      maximize: () => undefined,
      isMaximized: () => false,
      isMinimized: () => false,
      focus: () => world.order.push('focus'),
      getNormalBounds: () => ({ x: 10, y: 20, width: 1200, height: 800 }),
      loadURL: (url: string) => Promise.resolve(world.loaded.resolve(url)),
      webContents: { send: (...args: unknown[]) => world.sent.push(args), print: () => undefined },
    });
  },
  dialog: { showErrorBox: (_title: string, text: string) => world.order.push(`error ${text}`) },
  ipcMain: { handle: (channel: string, handler: () => unknown) => world.handlers.set(channel, handler) },
  Menu: {
    buildFromTemplate: (template: MenuItemConstructorOptions[]) => template,
    setApplicationMenu: (menu: MenuItemConstructorOptions[]) => world.menus.push(menu),
  },
  protocol: {
    registerSchemesAsPrivileged: () => world.order.push('scheme'),
    handle: (_scheme: string, handler: (request: Request) => Promise<Response>) => (world.served = handler),
  },
  screen: {
    getPrimaryDisplay: () => ({ workArea: { x: 0, y: 0, width: 1366, height: 728 } }),
    getAllDisplays: () => [],
  },
  session: {
    defaultSession: {
      ...emitters.session,
      setPermissionRequestHandler: () => world.order.push('permissions'),
      setPermissionCheckHandler: () => undefined,
      setDevicePermissionHandler: () => undefined,
      setDisplayMediaRequestHandler: () => undefined,
    },
  },
  shell: {},
}));

test('the desktop host opens the store, serves the page to its window, switches language, and closes in order', async () => {
  process.argv.push(`--data=${directory}`);
  await import('./main.ts');
  expect(await world.loaded.promise).toBe('app://zongdai/');
  expect(world.order.slice(0, 3)).toEqual(['scheme', 'ready', 'permissions']);
  expect(world.paths['userData']).toBe(join(directory, 'browser'));
  expect(world.windowOptions).toMatchObject({
    title: '总代工作台',
    webPreferences: { sandbox: true, contextIsolation: true },
  });

  const answer = await world.served?.(new Request('app://zongdai/api/trpc/jobs.list'));
  expect(answer?.status).toBe(200);
  expect(answer?.headers.get('content-security-policy')).toContain("default-src 'self'");

  expect(world.menus.at(-1)?.[0]?.label).toBe('文件');
  const own = { senderFrame: { url: 'app://zongdai/', parent: null } };
  await world.handlers.get(channels.setLanguage)?.(own, 'en');
  expect(world.menus.at(-1)?.[0]?.label).toBe('File');

  emitters.app.emit('second-instance');
  expect(world.order.at(-1)).toBe('focus');
  emitters.window.emit('close');
  expect(JSON.parse(readFileSync(join(directory, 'window.json'), 'utf8'))).toEqual({
    bounds: { x: 10, y: 20, width: 1200, height: 800 },
    maximized: false,
    language: 'en',
  });

  emitters.app.emit('window-all-closed');
  expect(await world.exit.promise).toBe(0);
  expect(world.order.filter((step) => step.startsWith('error'))).toEqual([]);
  expect(existsSync(join(directory, 'browser'))).toBe(false);
});
