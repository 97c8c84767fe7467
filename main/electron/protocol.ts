import type { Protocol } from 'electron';
import { withSecurityHeaders } from '../server/security-headers.ts';
import { isPageAddress, pageScheme } from './page-address.ts';

/** Makes app:// a scheme like https:// for the page. Must run before Electron is ready. */
export function registerPageScheme(protocol: Pick<Protocol, 'registerSchemesAsPrivileged'>): void {
  const privileges = { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true };
  protocol.registerSchemesAsPrivileged([{ scheme: pageScheme, privileges }]);
}

/** Serves the application under app://zongdai/, to its own page only. */
export function servePageScheme(
  protocol: Pick<Protocol, 'handle'>,
  handle: (request: Request) => Promise<Response>,
): void {
  protocol.handle(pageScheme, async (request) => {
    // Electron's own word on who asks; absent when the window itself loads the page.
    const { initiatorOrigin } = request as Request & { readonly initiatorOrigin?: string | null };
    const stranger = typeof initiatorOrigin === 'string' && !isPageAddress(initiatorOrigin);
    if (stranger || !isPageAddress(request.url))
      return withSecurityHeaders(new Response(null, { status: 403 }));
    try {
      return withSecurityHeaders(await handle(request));
    } catch (error) {
      process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
      return withSecurityHeaders(new Response(null, { status: 500 }));
    }
  });
}
