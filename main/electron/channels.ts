/** The only messages between the page's preload and the desktop host. */
export const channels = {
  openFile: 'zongdai:open-file',
  saveFile: 'zongdai:save-file',
  revealInFolder: 'zongdai:reveal-in-folder',
  print: 'zongdai:print',
  setLanguage: 'zongdai:set-language',
  languageChosen: 'zongdai:language-chosen',
} as const;
