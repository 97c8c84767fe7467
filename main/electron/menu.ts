import type { MenuItemConstructorOptions } from 'electron';
import { catalogueOf } from '#app/i18n/catalogue.ts';
import { languages } from '#app/i18n/translation.ts';
import type { Language } from '#app/i18n/translation.ts';

export interface MenuSurroundings {
  readonly language: Language;
  readonly platform: NodeJS.Platform;
  /** Adds reload and the developer tools. */
  readonly development: boolean;
}

export interface MenuActions {
  readonly chooseLanguage: (language: Language) => void;
  readonly openDataFolder: () => void;
  readonly print: () => void;
  readonly showAbout: () => void;
}

/** Languages are named in themselves, so that whoever chose a wrong one finds the way back. */
const languageNames: Readonly<Record<Language, string>> = { 'zh-CN': '简体中文', en: 'English' };

type Items = MenuItemConstructorOptions[];

/** The application menu in one language. Labels are given for roles too: Electron's own follow the system, not the person. */
export function menuTemplate(surroundings: MenuSurroundings, actions: MenuActions): Items {
  const text = catalogueOf(surroundings.language).desktop.menu;
  const mac = surroundings.platform === 'darwin';
  const file: Items = [
    { label: text.print, accelerator: 'CmdOrCtrl+P', click: actions.print },
    { label: text.dataFolder, click: actions.openDataFolder },
    { type: 'separator' },
    mac ? { role: 'close', label: text.close } : { role: 'quit', label: text.quit },
  ];
  const edit: Items = [
    { role: 'undo', label: text.undo },
    { role: 'redo', label: text.redo },
    { type: 'separator' },
    { role: 'cut', label: text.cut },
    { role: 'copy', label: text.copy },
    { role: 'paste', label: text.paste },
    { role: 'selectAll', label: text.selectAll },
  ];
  const help: Items = [{ label: text.about, click: actions.showAbout }];
  return [
    ...(mac ? [macApplicationMenu(surroundings, actions)] : []),
    { label: text.file, submenu: file },
    { label: text.edit, submenu: edit },
    { label: text.view, submenu: viewItems(surroundings, actions) },
    { label: text.window, role: 'windowMenu', submenu: [{ role: 'minimize', label: text.minimize }] },
    { label: text.help, role: 'help', submenu: mac ? [] : help },
  ];
}

function viewItems({ language, development }: MenuSurroundings, actions: MenuActions): Items {
  const text = catalogueOf(language).desktop.menu;
  const choices: Items = languages.map((choice) => ({
    label: languageNames[choice],
    type: 'radio',
    checked: choice === language,
    click: () => actions.chooseLanguage(choice),
  }));
  const forDevelopers: Items = [
    { type: 'separator' },
    { role: 'reload', label: text.reload },
    { role: 'toggleDevTools', label: text.developerTools },
  ];
  return [
    { role: 'resetZoom', label: text.actualSize },
    { role: 'zoomIn', label: text.zoomIn },
    { role: 'zoomOut', label: text.zoomOut },
    { type: 'separator' },
    { role: 'togglefullscreen', label: text.fullScreen },
    { type: 'separator' },
    { label: text.language, submenu: choices },
    ...(development ? forDevelopers : []),
  ];
}

function macApplicationMenu(
  { language }: MenuSurroundings,
  actions: MenuActions,
): MenuItemConstructorOptions {
  const { productName, menu: text } = catalogueOf(language).desktop;
  return {
    label: productName,
    submenu: [
      { label: text.about, click: actions.showAbout },
      { type: 'separator' },
      { role: 'services', label: text.services },
      { type: 'separator' },
      { role: 'hide', label: text.hide },
      { role: 'hideOthers', label: text.hideOthers },
      { role: 'unhide', label: text.showAll },
      { type: 'separator' },
      { role: 'quit', label: text.quit },
    ],
  };
}
