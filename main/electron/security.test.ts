import type { Session, WebContents, WindowOpenHandlerResponse } from 'electron';
import { expect, test } from 'vitest';
import { as, fakeEmitter, fakeEvent } from './fake-electron.ts';
import { isPageAddress } from './page-address.ts';
import { confineContents, denyPermissions } from './security.ts';

test.each([
  ['app://zongdai/', true],
  ['app://zongdai/reorder?view=late', true],
  ['app://zongdai', true],
  ['app://elsewhere/', false],
  ['app://user@zongdai/', false],
  ['https://zongdai/', false],
  ['file:///C:/Windows/', false],
  ['javascript:alert(1)', false],
  ['about:blank', false],
  ['', false],
])('%s is the page: %s', (address, expected) => {
  expect(isPageAddress(address)).toBe(expected);
});

test('the window cannot be led anywhere else, open another window or hold a webview', () => {
  const emitter = fakeEmitter();
  let openHandler: ((details: never) => WindowOpenHandlerResponse) | undefined;
  const contents = {
    ...emitter,
    setWindowOpenHandler: (handler: typeof openHandler) => (openHandler = handler),
  };
  confineContents(as<WebContents>(contents));

  for (const name of ['will-navigate', 'will-frame-navigate', 'will-redirect']) {
    const away = fakeEvent('https://example.com/');
    emitter.emit(name, away);
    expect(away.prevented, name).toBe(true);
    const within = fakeEvent('app://zongdai/stock');
    emitter.emit(name, within);
    expect(within.prevented, name).toBe(false);
  }
  const webview = fakeEvent();
  emitter.emit('will-attach-webview', webview);
  expect(webview.prevented).toBe(true);
  expect(openHandler?.({ url: 'https://example.com/' } as never)).toEqual({ action: 'deny' });
});

test('every permission is denied', () => {
  const answers: unknown[] = [];
  const note = (value: unknown): void => void answers.push(value);
  denyPermissions(
    as<Session>({
      setPermissionRequestHandler: (handler: (...args: unknown[]) => void) => handler({}, 'media', note, {}),
      setPermissionCheckHandler: (handler: (...args: unknown[]) => boolean) =>
        note(handler(null, 'usb', '', {})),
      setDevicePermissionHandler: (handler: (details: unknown) => boolean) =>
        note(handler({ deviceType: 'hid' })),
      setDisplayMediaRequestHandler: (
        handler: (request: unknown, answer: (streams: unknown) => void) => void,
      ) => handler({}, note),
    }),
  );
  expect(answers).toEqual([false, false, false, {}]);
});
