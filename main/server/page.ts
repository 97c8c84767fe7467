import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
};

/** Serves the built page; a path that is no file is a screen of the page itself. */
export async function servePage(directory: string, pathname: string): Promise<Response> {
  const name = decoded(pathname);
  const extension = extname(name);
  if (extension !== '') {
    const path = join(directory, normalize(name));
    const content = path.startsWith(directory + sep) ? await read(path) : undefined;
    if (content === undefined) return new Response('not found', { status: 404 });
    return respond(content, extension, name.startsWith('/assets/'));
  }
  const index = await read(join(directory, 'index.html'));
  if (index === undefined) return new Response('the page has not been built', { status: 503 });
  return respond(index, '.html', false);
}

function respond(content: Buffer<ArrayBuffer>, extension: string, immutable: boolean): Response {
  return new Response(content, {
    headers: {
      'content-type': contentTypes[extension] ?? 'application/octet-stream',
      // Names of assets carry a hash of their content; everything else is asked for again.
      'cache-control': immutable ? 'public, max-age=31536000, immutable' : 'no-cache',
    },
  });
}

function decoded(pathname: string): string {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return pathname;
  }
}

async function read(path: string): Promise<Buffer<ArrayBuffer> | undefined> {
  try {
    return await readFile(path);
  } catch {
    return undefined;
  }
}
