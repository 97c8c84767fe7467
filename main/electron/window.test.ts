import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserWindow } from 'electron';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { as, fakeEmitter } from './fake-electron.ts';
import { openPage, windowOptions } from './window.ts';
import { boundsOnScreen, readWindowState, writeWindowState } from './window-state.ts';
import type { WindowState } from './window-state.ts';

const screen = { x: 0, y: 0, width: 1920, height: 1040 };
const second = { x: 1920, y: 0, width: 1366, height: 728 };
const state: WindowState = { bounds: null, maximized: false, language: 'zh-CN' };

test('the first window opens in the middle of the main screen, and fits a small one', () => {
  expect(boundsOnScreen(null, [screen])).toEqual({ x: 277, y: 90, width: 1366, height: 860 });
  expect(boundsOnScreen(null, [second])).toEqual({ x: 1920, y: 0, width: 1366, height: 728 });
});

test('a window is where it was, on whichever screen that is', () => {
  const bounds = { x: 2000, y: 10, width: 1000, height: 700 };
  expect(boundsOnScreen(bounds, [screen, second])).toEqual(bounds);
});

test('a window whose screen is gone comes back to the main one', () => {
  expect(boundsOnScreen({ x: 2000, y: 10, width: 1000, height: 700 }, [screen])).toEqual({
    x: 460,
    y: 170,
    width: 1000,
    height: 700,
  });
});

test('a window is never off its screen, whatever was remembered', () => {
  const coordinate = fc.integer({ min: -10_000, max: 10_000 });
  const size = fc.integer({ min: 1, max: 10_000 });
  const bounds = fc.record({ x: coordinate, y: coordinate, width: size, height: size });
  fc.assert(
    fc.property(bounds, (remembered) => {
      const found = boundsOnScreen(remembered, [screen, second]);
      const inside = [screen, second].some(
        (area) =>
          found.x >= area.x &&
          found.y >= area.y &&
          found.x + found.width <= area.x + area.width &&
          found.y + found.height <= area.y + area.height,
      );
      expect(inside).toBe(true);
    }),
  );
});

test('the state is remembered in the data directory, Chinese characters and spaces in its path', () => {
  const directory = mkdtempSync(join(tmpdir(), '总代 数据-'));
  try {
    expect(readWindowState(directory)).toEqual(state);
    const kept: WindowState = {
      bounds: { x: 1, y: 2, width: 1000, height: 700 },
      maximized: true,
      language: 'en',
    };
    writeWindowState(directory, kept);
    expect(readWindowState(directory)).toEqual(kept);
    writeFileSync(
      join(directory, 'window.json'),
      readFileSync(join(directory, 'window.json'), 'utf8').slice(0, 20),
    );
    expect(readWindowState(directory)).toEqual(state);
    writeFileSync(join(directory, 'window.json'), '{"bounds":{"x":"a"},"language":"en"}');
    expect(readWindowState(directory)).toEqual({ bounds: null, maximized: false, language: 'en' });
    writeWindowState(join(directory, 'missing'), kept);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
});

test('the page has no Node and lives in a sandbox of its own', () => {
  const options = windowOptions({ state, workAreas: [screen], programDirectory: '/program' });
  expect(options.show).toBe(false);
  expect(options.webPreferences).toMatchObject({
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    webSecurity: true,
    webviewTag: false,
  });
});

test('the window is shown when it has something to show, and its place is remembered when it closes', async () => {
  const calls: string[] = [];
  const emitter = fakeEmitter();
  const window = {
    ...emitter,
    show: () => calls.push('show'),
    maximize: () => calls.push('maximize'),
    loadURL: (address: string) => Promise.resolve(void calls.push(address)),
    getNormalBounds: () => ({ x: 1.5, y: 2, width: 1000.2, height: 700 }),
    isMaximized: () => true,
  };
  const remembered: unknown[] = [];
  await openPage(as<BrowserWindow>(window), { ...state, maximized: true }, (place) => remembered.push(place));
  expect(calls).toEqual(['app://zongdai/']);
  emitter.emit('ready-to-show');
  expect(calls).toEqual(['app://zongdai/', 'maximize', 'show']);
  emitter.emit('close');
  expect(remembered).toEqual([{ bounds: { x: 2, y: 2, width: 1000, height: 700 }, maximized: true }]);
});
