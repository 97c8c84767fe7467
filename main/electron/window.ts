import { join } from 'node:path';
import type { BrowserWindow, BrowserWindowConstructorOptions } from 'electron';
import { catalogueOf } from '#app/i18n/catalogue.ts';
import { pageAddress } from './page-address.ts';
import { boundsOnScreen } from './window-state.ts';
import type { Bounds, WindowState } from './window-state.ts';

export interface WindowSurroundings {
  readonly state: WindowState;
  /** Of each screen, the first one being the main screen. */
  readonly workAreas: readonly Bounds[];
  /** Where preload.cjs lies. */
  readonly programDirectory: string;
}

/** How the window is made: nothing of Node in the page, the page in its own world, and shown only once it has something to show. */
export function windowOptions({
  state,
  workAreas,
  programDirectory,
}: WindowSurroundings): BrowserWindowConstructorOptions {
  return {
    ...boundsOnScreen(state.bounds, workAreas),
    title: catalogueOf(state.language).desktop.productName,
    show: false,
    minWidth: 800,
    minHeight: 500,
    backgroundColor: '#ffffff',
    webPreferences: {
      preload: join(programDirectory, 'preload.cjs'),
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
    },
  };
}

/** Opens the page in the window and shows it; tells `remember` where the window was whenever that may be lost. */
export async function openPage(
  window: Pick<
    BrowserWindow,
    'once' | 'on' | 'show' | 'maximize' | 'getNormalBounds' | 'isMaximized' | 'loadURL'
  >,
  state: WindowState,
  remember: (place: Pick<WindowState, 'bounds' | 'maximized'>) => void,
): Promise<void> {
  window.once('ready-to-show', () => {
    if (state.maximized) window.maximize();
    window.show();
  });
  window.on('close', () =>
    remember({ bounds: wholePixels(window.getNormalBounds()), maximized: window.isMaximized() }),
  );
  await window.loadURL(pageAddress);
}

// With 125 % scaling Windows reports fractions, which the remembered state does not hold.
function wholePixels({ x, y, width, height }: Bounds): Bounds {
  return { x: Math.round(x), y: Math.round(y), width: Math.round(width), height: Math.round(height) };
}
