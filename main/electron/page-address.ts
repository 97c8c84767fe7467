export const pageScheme = 'app';
const pageOrigin = `${pageScheme}://zongdai`;
export const pageAddress = `${pageOrigin}/`;

/** Whether an address belongs to the application's own page. `URL.origin` is no help: it is "null" for unknown schemes. */
export function isPageAddress(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, host, username, password } = new URL(address);
  return protocol === `${pageScheme}:` && host === 'zongdai' && username === '' && password === '';
}
