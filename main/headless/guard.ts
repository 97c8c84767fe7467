/** What decides whether a request may reach the application, before a session is even looked at. */
export interface RequestOrigin {
  readonly method: string;
  readonly host: string | undefined;
  readonly origin: string | undefined;
  /** The browser's own word on where the request comes from (Sec-Fetch-Site). */
  readonly site: string | undefined;
}

/**
 * Whether the request was meant for this server, by its own page. The Host check stops a foreign name that resolves to
 * 127.0.0.1 (DNS rebinding); the Origin check stops other pages in the same browser from writing (request forgery).
 */
export function isOwnRequest(request: RequestOrigin, port: number): boolean {
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
  const { method, host, origin, site } = request;
  if (host === undefined || !hosts.includes(host.toLowerCase())) return false;
  if (method === 'GET' || method === 'HEAD') return true;
  if (origin !== undefined && origin.toLowerCase() !== `http://${host.toLowerCase()}`) return false;
  return site === undefined || site === 'same-origin' || site === 'none';
}
