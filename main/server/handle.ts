import { fetchRequestHandler } from '@trpc/server/adapters/fetch';

import { appError } from '#app/core/errors.ts';
import type { ErrorCode } from '#app/core/errors.ts';

import { serveAttachment } from '../attachments/serve-attachment.ts';
import { defaultLimits } from '../exchange/reading/limits.ts';
import type { Context } from './context.ts';
import { failureOf } from './failures.ts';
import { servePage } from './page.ts';
import { appRouter } from './router.ts';

export type Handle = (request: Request) => Promise<Response>;

const statusOf: Partial<Record<ErrorCode, number>> = { internal: 500, notFound: 404, 'file.tooLarge': 413 };

const attachments = '/api/attachments/';

/** The whole application as one function: the page, the typed API, and files in and out. */
export function createHandler(context: Context, pageDirectory: string): Handle {
  return async (request) => {
    const response = await answer(context, pageDirectory, request);
    // Business data does not belong in the browser's cache on the disk.
    if (!response.headers.has('cache-control')) response.headers.set('cache-control', 'no-store');
    return response;
  };
}

async function answer(context: Context, pageDirectory: string, request: Request): Promise<Response> {
  try {
    return await route(context, pageDirectory, request);
  } catch (error) {
    const failure = failureOf(error, context.log);
    return Response.json({ failure }, { status: statusOf[failure.code] ?? 400 });
  }
}

function route(context: Context, pageDirectory: string, request: Request): Promise<Response> {
  const url = new URL(request.url);
  if (url.pathname.startsWith('/api/trpc/')) {
    return fetchRequestHandler({
      endpoint: '/api/trpc',
      req: request,
      router: appRouter,
      // The page asks its questions by POST: a document that is being written does not fit into an address.
      allowMethodOverride: true,
      createContext: () => context,
    });
  }
  if (url.pathname === '/api/upload' && request.method === 'PUT') {
    return upload(context, url.searchParams.get('name') ?? '', request);
  }
  if (url.pathname.startsWith('/api/files/') && request.method === 'GET') {
    return download(context, url.pathname.slice('/api/files/'.length));
  }
  if (url.pathname.startsWith(attachments) && request.method === 'GET') {
    return serveAttachment(
      context.store,
      url.pathname.slice(attachments.length),
      url.searchParams.has('save'),
    );
  }
  if (url.pathname.startsWith('/api/')) {
    throw appError('notFound', { what: 'api', id: url.pathname });
  }
  return servePage(pageDirectory, url.pathname);
}

async function upload(context: Context, name: string, request: Request): Promise<Response> {
  const content = new Uint8Array(await request.arrayBuffer());
  if (content.byteLength > defaultLimits.fileBytes) {
    throw appError('file.tooLarge', { name, bytes: content.byteLength, limit: defaultLimits.fileBytes });
  }
  const file = await context.files.hold(name, content);
  return Response.json({ uploadId: file.id });
}

async function download(context: Context, id: string): Promise<Response> {
  const file = context.files.get(id);
  const content = await context.files.read(id);
  const ascii = file.name.replaceAll(/[^\w.-]/gu, '_');
  return new Response(new Uint8Array(content), {
    headers: {
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(file.name)}`,
    },
  });
}
