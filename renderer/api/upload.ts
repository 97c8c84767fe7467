import { AppError } from '#app/core/errors.ts';
import type { Failure } from '#app/core/errors.ts';

export interface UploadOptions {
  /** 0 … 1. */
  readonly onProgress?: (part: number) => void;
  readonly signal?: AbortSignal;
}

/**
 * Hands a file to the application. XMLHttpRequest rather than fetch: only it tells how far an upload is.
 * Throws an AppError the server names, or an AbortError.
 */
export async function uploadFile(file: File, options: UploadOptions = {}): Promise<{ uploadId: string }> {
  const request = new XMLHttpRequest();
  const answer = new Promise<{ uploadId: string }>((resolve, reject) => {
    request.upload.addEventListener('progress', (event) => {
      if (event.lengthComputable && event.total > 0) options.onProgress?.(event.loaded / event.total);
    });
    request.addEventListener('load', () => {
      const body = readBody(request.responseText);
      if (request.status < 300 && typeof body['uploadId'] === 'string')
        resolve({ uploadId: body['uploadId'] });
      else reject(new AppError(failureIn(body, request.status)));
    });
    request.addEventListener('error', () => reject(new Error('upload failed')));
    request.addEventListener('abort', () => reject(new DOMException('cancelled', 'AbortError')));
  });
  options.signal?.addEventListener('abort', () => request.abort(), { once: true });
  request.open('PUT', `/api/upload?name=${encodeURIComponent(file.name)}`);
  request.setRequestHeader('Content-Type', 'application/octet-stream');
  request.send(file);
  return answer;
}

function readBody(text: string): Record<string, unknown> {
  try {
    const body: unknown = JSON.parse(text);
    return typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

function failureIn(body: Record<string, unknown>, status: number): Failure {
  const named = body['failure'] ?? body;
  if (typeof named === 'object' && named !== null && 'code' in named && 'parameters' in named)
    return named as Failure;
  return { code: 'internal', parameters: { traceId: `upload-${status}` } };
}
