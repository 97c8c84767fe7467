import { contextBridge, ipcRenderer } from 'electron';
import type { BridgeFile, DesktopBridge } from '#app/desktop/bridge.ts';
import type { Language } from '#app/i18n/translation.ts';
import { channels } from './channels.ts';

// Errors lose everything but their message between the processes, so what is thrown in the host arrives as its text.
const bridge: DesktopBridge = {
  openFile: () => ipcRenderer.invoke(channels.openFile) as Promise<BridgeFile | null>,
  saveFile: (file) => ipcRenderer.invoke(channels.saveFile, file) as Promise<string | null>,
  revealInFolder: (path) => ipcRenderer.invoke(channels.revealInFolder, path) as Promise<boolean>,
  print: () => ipcRenderer.invoke(channels.print) as Promise<void>,
  setLanguage: (language) => ipcRenderer.invoke(channels.setLanguage, language) as Promise<void>,
  onLanguage: (listener) => {
    const heard = (_event: unknown, language: Language): void => listener(language);
    ipcRenderer.on(channels.languageChosen, heard);
    return () => void ipcRenderer.off(channels.languageChosen, heard);
  },
};

contextBridge.exposeInMainWorld('zongdai', bridge);
