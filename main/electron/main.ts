import { join, resolve } from 'node:path';
import { app, BrowserWindow, dialog, ipcMain, Menu, protocol, screen, session, shell } from 'electron';
import { AppError } from '#app/core/errors.ts';
import { catalogueOf, failureMessage } from '#app/i18n/catalogue.ts';
import type { Language } from '#app/i18n/translation.ts';
import { prepareDataDirectory } from '../headless/data-directory.ts';
import { startServerThread } from '../server/thread-host.ts';
import type { ServerThread } from '../server/thread-host.ts';
import { channels } from './channels.ts';
import { registerDialogs } from './dialogs.ts';
import { askWhereToSave } from './downloads.ts';
import { closeBeforeQuit } from './quit.ts';
import { menuTemplate } from './menu.ts';
import { registerPageScheme, servePageScheme } from './protocol.ts';
import { confineContents, denyPermissions } from './security.ts';
import { openPage, windowOptions } from './window.ts';
import { readWindowState, writeWindowState } from './window-state.ts';
import type { WindowState } from './window-state.ts';

const programDirectory = import.meta.dirname;

/** `--data=DIR`, one argument: Chromium takes the words of `--data DIR` apart. */
function askedDirectory(args: readonly string[]): string | undefined {
  return args.find((argument) => argument.startsWith('--data='))?.slice('--data='.length);
}

function start(): void {
  // Electron's own failures before the window (no display, say) end the process; ours are shown.
  let directory: string;
  try {
    directory = prepareDataDirectory(askedDirectory(process.argv));
  } catch (error) {
    leave(error, 'zh-CN');
    return;
  }
  // The browser's caches must not mix with the store, and the lock below is per userData directory: one program per store.
  app.setPath('userData', join(directory, 'browser'));
  if (!app.requestSingleInstanceLock()) {
    app.quit();
    return;
  }
  registerPageScheme(protocol);
  app.on('web-contents-created', (_event, contents) => confineContents(contents));
  app.on('window-all-closed', () => app.quit());
  void app.whenReady().then(() => open(directory));
}

async function open(directory: string): Promise<void> {
  let state = readWindowState(directory);
  const change = (part: Partial<WindowState>): void => {
    state = { ...state, ...part };
    writeWindowState(directory, state);
  };
  const thread = startServerThread({ directory, pageDirectory: resolve(programDirectory, '..', 'renderer') });
  const leaving = closeBeforeQuit(app, thread);
  denyPermissions(session.defaultSession);
  servePageScheme(protocol, thread.handle);
  try {
    await thread.ready;
  } catch (error) {
    leave(error, state.language);
    return;
  }
  watch(thread, leaving, () => state.language);

  const workAreas = [screen.getPrimaryDisplay(), ...screen.getAllDisplays()].map(
    (display) => display.workArea,
  );
  const window = new BrowserWindow(windowOptions({ state, workAreas, programDirectory }));
  const saved = new Set<string>();
  const print = (): void => window.webContents.print({ silent: false, printBackground: true });
  const setLanguage = (language: Language): void => {
    change({ language });
    showMenu();
  };
  const showMenu = (): void => {
    const surroundings = {
      language: state.language,
      platform: process.platform,
      development: !app.isPackaged,
    };
    const chooseLanguage = (language: Language): void => {
      setLanguage(language);
      window.webContents.send(channels.languageChosen, language);
    };
    const openDataFolder = (): void => void shell.openPath(directory);
    const showAbout = (): void => void dialog.showMessageBox(window, about(state.language, directory));
    Menu.setApplicationMenu(
      Menu.buildFromTemplate(
        menuTemplate(surroundings, { chooseLanguage, openDataFolder, print, showAbout }),
      ),
    );
  };
  showMenu();
  registerDialogs({
    ipcMain,
    dialog,
    shell,
    window,
    language: () => state.language,
    setLanguage,
    print,
    saved,
  });
  askWhereToSave(session.defaultSession, () => state.language, saved);
  app.on('second-instance', () => {
    if (window.isMinimized()) window.restore();
    window.focus();
  });
  await openPage(window, state, change);
}

/** The store lives in the thread: when that is gone the page is only a picture of it, and saying so is all that is left. */
function watch(thread: ServerThread, leaving: () => boolean, language: () => Language): void {
  void thread.ended.then(() => {
    if (leaving()) return;
    const text = catalogueOf(language()).desktop;
    dialog.showErrorBox(text.productName, text.failed.ended);
    app.exit(1);
  });
}

function leave(error: unknown, language: Language): void {
  const message = error instanceof AppError ? failureMessage(language, error.failure) : String(error);
  process.stderr.write(`${message}\n`);
  dialog.showErrorBox(catalogueOf(language).desktop.failed.title, message);
  app.exit(1);
}

function about(language: Language, directory: string): Electron.MessageBoxOptions {
  const { productName, about: text } = catalogueOf(language).desktop;
  const detail = [text.version({ version: app.getVersion() }), text.data({ directory })].join('\n');
  return { type: 'info', title: productName, message: productName, detail, buttons: [text.ok] };
}

start();
