import type { App } from 'electron';
import type { ServerThread } from '../server/thread-host.ts';

/**
 * Holds the program open until the store is closed: quitting while a write runs would throw away what the person just did.
 * Tells whether leaving has begun.
 */
export function closeBeforeQuit(
  app: Pick<App, 'on' | 'exit'>,
  thread: Pick<ServerThread, 'close'>,
): () => boolean {
  let leaving = false;
  app.on('will-quit', (event) => {
    event.preventDefault();
    if (leaving) return;
    leaving = true;
    void thread.close().finally(() => app.exit(0));
  });
  return () => leaving;
}
