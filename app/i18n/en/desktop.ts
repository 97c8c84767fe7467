import type { desktop as source } from '../zh-CN/desktop.ts';
import type { Translation } from '../translation.ts';

export const desktop: Translation<typeof source> = {
  productName: 'Zongdai Workbench',
  menu: {
    file: 'File',
    edit: 'Edit',
    view: 'View',
    window: 'Window',
    help: 'Help',
    dataFolder: 'Open Data Folder',
    print: 'Print…',
    quit: 'Quit',
    undo: 'Undo',
    redo: 'Redo',
    cut: 'Cut',
    copy: 'Copy',
    paste: 'Paste',
    selectAll: 'Select All',
    actualSize: 'Actual Size',
    zoomIn: 'Zoom In',
    zoomOut: 'Zoom Out',
    fullScreen: 'Full Screen',
    reload: 'Reload',
    developerTools: 'Developer Tools',
    minimize: 'Minimize',
    close: 'Close Window',
    services: 'Services',
    hide: 'Hide',
    hideOthers: 'Hide Others',
    showAll: 'Show All',
    language: 'Language',
    about: 'About Zongdai Workbench',
  },
  about: {
    version: (p) => `Version ${p.version}`,
    data: (p) => `Data folder: ${p.directory}`,
    ok: 'OK',
  },
  dialogs: {
    open: 'Open File',
    save: 'Save File',
    spreadsheets: 'Spreadsheets',
    allFiles: 'All Files',
  },
  failed: {
    title: 'Zongdai Workbench cannot start',
    ended: 'The background service stopped unexpectedly. What was committed is safe; open the program again.',
  },
  start: {
    inBrowser: 'Electron is not here: the same application was opened in your browser.',
    noDisplay: 'There is no display or browser: the application is served on this machine.',
  },
  serve: {
    ready: (p) =>
      `Ready. Open this address in a browser on this PC (it works once):\n  ${p.url}\nCtrl C ends it.`,
    usage: 'Usage: npm run -s serve -- [--data DIR] [--port N] [--json] [--language zh-CN|en]',
  },
};
