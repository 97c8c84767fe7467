import { AppError } from '#app/core/errors.ts';
import type { Failure } from '#app/core/errors.ts';

/**
 * Hands a file to the application, which runs on this same machine. Throws an AppError that the server names, or an AbortError.
 */
export async function uploadFile(file: File, signal?: AbortSignal): Promise<{ uploadId: string }> {
  const answer = await fetch(`/api/upload?name=${encodeURIComponent(file.name)}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/octet-stream' },
    body: file,
    ...(signal === undefined ? {} : { signal }),
  });
  const body = readBody(await answer.text());
  if (answer.ok && typeof body['uploadId'] === 'string') return { uploadId: body['uploadId'] };
  throw new AppError(failureIn(body, answer.status));
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
