import type { KeyboardEvent, MenuItem, MenuItemConstructorOptions } from 'electron';
import { expect, test } from 'vitest';
import { as } from './fake-electron.ts';
import { menuTemplate } from './menu.ts';
import type { MenuSurroundings } from './menu.ts';

function flat(items: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] {
  return items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? flat(item.submenu) : [])]);
}

const chosen: string[] = [];
const actions = {
  chooseLanguage: (language: string): void => void chosen.push(language),
  openDataFolder: (): void => void chosen.push('folder'),
  print: (): void => void chosen.push('print'),
  showAbout: (): void => void chosen.push('about'),
};

function menu(part: Partial<MenuSurroundings> = {}): MenuItemConstructorOptions[] {
  return flat(menuTemplate({ language: 'zh-CN', platform: 'win32', development: false, ...part }, actions));
}

test('every entry says what it does in the chosen language', () => {
  for (const language of ['zh-CN', 'en'] as const) {
    for (const platform of ['win32', 'darwin', 'linux'] as const) {
      for (const item of menu({ language, platform, development: true })) {
        if (item.type !== 'separator') expect(item.label).toBeTruthy();
      }
    }
  }
  expect(menu().map((item) => item.label)).toContain('全选');
  expect(menu({ language: 'en' }).map((item) => item.label)).toContain('Select All');
});

test('reload and developer tools are for development only', () => {
  const roles = (development: boolean) => menu({ development }).map((item) => item.role);
  expect(roles(false)).not.toContain('reload');
  expect(roles(false)).not.toContain('toggleDevTools');
  expect(roles(true)).toContain('toggleDevTools');
});

test('the language is chosen by its own name, and the current one is marked', () => {
  const english = menu().find((item) => item.label === 'English');
  expect(english?.checked).toBe(false);
  expect(menu().find((item) => item.label === '简体中文')?.checked).toBe(true);
  english?.click?.(as<MenuItem>({}), undefined, as<KeyboardEvent>({}));
  expect(chosen).toEqual(['en']);
});

test('macOS has its application menu, the others end under File', () => {
  const first = menuTemplate({ language: 'zh-CN', platform: 'darwin', development: false }, actions)[0];
  expect(first?.label).toBe('总代工作台');
  expect(menu().map((item) => item.role)).toContain('quit');
});
