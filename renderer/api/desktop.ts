import type { DesktopBridge } from '#app/desktop/bridge.ts';

/** What the desktop window lets its page ask of the system; undefined in a browser. */
export function desktop(): DesktopBridge | undefined {
  return (window as { readonly zongdai?: DesktopBridge }).zongdai;
}
