import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { BrowserWindow, Dialog, FileFilter, IpcMain, IpcMainInvokeEvent, Shell } from 'electron';
import { z } from 'zod';
import { appError } from '#app/core/errors.ts';
import { safeFileName } from '#app/core/file-name.ts';
import type { BridgeFile } from '#app/desktop/bridge.ts';
import { catalogueOf } from '#app/i18n/catalogue.ts';
import { languages } from '#app/i18n/translation.ts';
import type { Language } from '#app/i18n/translation.ts';
import { saveFile as saveWhole } from '../exchange/writing/save-file.ts';
import { bodyLimit } from '../server/limits.ts';
import { channels } from './channels.ts';
import { isPageAddress } from './page-address.ts';

export interface DialogSurroundings {
  readonly ipcMain: Pick<IpcMain, 'handle'>;
  readonly dialog: Pick<Dialog, 'showOpenDialog' | 'showSaveDialog'>;
  readonly shell: Pick<Shell, 'showItemInFolder'>;
  readonly window: BrowserWindow;
  readonly language: () => Language;
  readonly setLanguage: (language: Language) => void;
  readonly print: () => void;
  /** Paths written in this session: the only ones that are shown in their folder. */
  readonly saved: Set<string>;
}

const savedFile = z.object({ name: z.string().min(1).max(300), bytes: z.instanceof(Uint8Array) });
const spreadsheetExtensions = ['xlsx', 'xls', 'csv'];

/** Answers the preload's calls, from the application's own page in its top frame only. */
export function registerDialogs(surroundings: DialogSurroundings): void {
  const { ipcMain, shell, saved } = surroundings;
  const answer = <Result>(channel: string, respond: (argument: unknown) => Result): void => {
    ipcMain.handle(channel, (event, argument: unknown) => {
      if (!isOwnFrame(event)) throw appError('session.denied', {});
      return respond(argument);
    });
  };
  answer(channels.openFile, () => openFile(surroundings));
  answer(channels.saveFile, (argument) => saveFile(surroundings, savedFile.parse(argument)));
  answer(channels.revealInFolder, (argument) => {
    if (typeof argument !== 'string' || !saved.has(argument)) return false;
    shell.showItemInFolder(argument);
    return true;
  });
  answer(channels.print, () => surroundings.print());
  answer(channels.setLanguage, (argument) => surroundings.setLanguage(z.enum(languages).parse(argument)));
}

function isOwnFrame(event: Pick<IpcMainInvokeEvent, 'senderFrame'>): boolean {
  const frame = event.senderFrame;
  return frame !== null && frame.parent === null && isPageAddress(frame.url);
}

/** What the system's dialogs offer to choose from, in the person's language. */
export function fileFilters(language: Language): FileFilter[] {
  const text = catalogueOf(language).desktop.dialogs;
  return [
    { name: text.spreadsheets, extensions: spreadsheetExtensions },
    { name: text.allFiles, extensions: ['*'] },
  ];
}

async function openFile({ dialog, window, language }: DialogSurroundings): Promise<BridgeFile | null> {
  const { filePaths } = await dialog.showOpenDialog(window, {
    title: catalogueOf(language()).desktop.dialogs.open,
    filters: fileFilters(language()),
    properties: ['openFile'],
  });
  const path = filePaths[0];
  if (path === undefined) return null;
  const name = basename(path);
  const { size } = await stat(path);
  if (size > bodyLimit) throw appError('file.tooLarge', { name, bytes: size, limit: bodyLimit });
  return { name, bytes: await readFile(path) };
}

async function saveFile(
  { dialog, window, language, saved }: DialogSurroundings,
  file: z.infer<typeof savedFile>,
): Promise<string | null> {
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: catalogueOf(language()).desktop.dialogs.save,
    defaultPath: safeFileName(file.name),
    filters: fileFilters(language()),
  });
  if (canceled || filePath === '') return null;
  await saveWhole(filePath, file.bytes);
  saved.add(filePath);
  return filePath;
}
