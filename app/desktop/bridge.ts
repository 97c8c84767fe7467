import type { Language } from '../i18n/translation.ts';

/** A file by name, with its content: paths stay in the desktop host. */
export interface BridgeFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * What a page in the desktop window can ask of the system, as `window.zongdai`; absent in a browser. Everything else goes
 * through the same API on both hosts.
 */
export interface DesktopBridge {
  /** The system's open dialog for a spreadsheet; null when the person leaves it. */
  readonly openFile: () => Promise<BridgeFile | null>;
  /** The system's save dialog; the path written, or null when the person leaves it. */
  readonly saveFile: (file: BridgeFile) => Promise<string | null>;
  /** Shows a file that was saved in this session in its folder; false for any other path. */
  readonly revealInFolder: (path: string) => Promise<boolean>;
  /** The system's print dialog for this page. */
  readonly print: () => Promise<void>;
  /** Tells the host the language of its menus and dialogs. */
  readonly setLanguage: (language: Language) => Promise<void>;
  /** The language chosen in the application menu. Returns how to stop listening. */
  readonly onLanguage: (listener: (language: Language) => void) => () => void;
}
