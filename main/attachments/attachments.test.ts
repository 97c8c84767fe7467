import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterEach, beforeEach, expect, test } from 'vitest';

import { attachmentLimit } from '#app/stock/attachments.ts';
import { newId } from '#db/ids.ts';

import { openTestApplication } from '../server/testing.ts';
import { addAttachment } from './add-attachment.ts';
import { checkAttachments } from './check-attachments.ts';
import { keepContent } from './content.ts';

let application: Awaited<ReturnType<typeof openTestApplication>>;
const product = newId();
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYGBgAAAABQABpfZFQAAAAABJRU5ErkJggg==',
  'base64',
);

beforeEach(async () => {
  application = await openTestApplication();
  await application.context.store.transact({ actor: 't', action: 'seed', entity: 'product' }, ({ trx }) =>
    trx
      .insertInto('product')
      .values({ id: product, code: 'X1', name: '面膜', created_at: '', updated_at: '' })
      .execute(),
  );
});
afterEach(() => application.cleanup());

const folder = () => join(application.directory, 'attachments');
const contents = () =>
  existsSync(folder())
    ? readdirSync(folder(), { recursive: true, withFileTypes: true }).filter((e) => e.isFile())
    : [];
const failing = (code: string) => ({ failure: { code } });

async function attach(content: Uint8Array, name = '备案凭证.png') {
  const { context } = application;
  const held = await context.files.hold(name, content);
  return addAttachment(context, {
    uploadId: held.id,
    entity: 'product',
    entityId: product,
    role: 'registration',
  });
}

function get(path: string): Promise<Response> {
  return application.handle(new Request(`http://127.0.0.1${path}`));
}

test('a file comes back as it was uploaded, shown by its content and saved under its name', async () => {
  const { id } = await attach(png);
  const shown = await get(`/api/attachments/${id}`);
  expect(Buffer.from(await shown.arrayBuffer())).toEqual(png);
  expect(shown.headers.get('content-type')).toBe('image/png');
  expect(shown.headers.get('content-disposition')).toContain('inline');
  const saved = await get(`/api/attachments/${id}?save`);
  expect(saved.headers.get('content-type')).toBe('application/octet-stream');
  expect(saved.headers.get('content-disposition')).toContain(encodeURIComponent('备案凭证.png'));
});

test('what calls itself a picture and is none is never shown', async () => {
  const { id } = await attach(
    Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'),
    'a.png',
  );
  const answer = await get(`/api/attachments/${id}`);
  expect(answer.headers.get('content-type')).toBe('application/octet-stream');
  expect(answer.headers.get('content-disposition')).toMatch(/^attachment/u);
});

test('the same content twice is kept once', async () => {
  const first = await attach(png);
  const second = await attach(png, '另一个名字.png');
  expect(second.id).not.toBe(first.id);
  expect(second.sha256).toBe(first.sha256);
  expect(contents().map(({ name }) => name)).toEqual([first.sha256]);
});

test('a removed one is not served, its content stays, and it can be brought back', async () => {
  const { context } = application;
  const { id, sha256 } = await attach(png);
  const { appRouter } = await import('../server/router.ts');
  const caller = appRouter.createCaller(context);
  await caller.attachments.remove({ id });
  expect(await caller.attachments.list({ entity: 'product', entityId: product })).toEqual([]);
  expect((await get(`/api/attachments/${id}`)).status).toBe(404);
  expect(contents().map(({ name }) => name)).toEqual([sha256]);
  await caller.attachments.restore({ id });
  expect(await caller.attachments.list({ entity: 'product', entityId: product })).toMatchObject([
    { id, bytes: png.length },
  ]);
});

test('a content that was changed or lost is found by the check, and is not served as if it were whole', async () => {
  const { context } = application;
  const { id, sha256 } = await attach(png);
  expect(await checkAttachments(context.store)).toEqual({ files: 1, problems: [] });
  const path = join(folder(), sha256.slice(0, 2), sha256);
  writeFileSync(path, Buffer.concat([readFileSync(path), Buffer.from('x')]));
  const check = await checkAttachments(context.store);
  expect(check.problems).toMatchObject([{ code: 'attachment.changed' }]);
  expect(await (await get(`/api/attachments/${id}`)).json()).toMatchObject(failing('attachment.changed'));
  rmSync(path);
  expect((await checkAttachments(context.store)).problems).toMatchObject([{ code: 'attachment.missing' }]);
  expect(await (await get(`/api/attachments/${id}`)).json()).toMatchObject(failing('attachment.missing'));
  // Uploaded again, it is whole again.
  await attach(png);
  expect((await checkAttachments(context.store)).problems).toEqual([]);
});

test('a program that ends between the file and the row leaves no row without its file', async () => {
  const { context } = application;
  await keepContent(context.store.directory, png);
  // The write fails after the content was kept: no row, and the content is used by whoever comes next.
  const held = await context.files.hold('a.png', png);
  const lost = { uploadId: held.id, entity: 'lot', entityId: newId(), role: 'other' } as const;
  await expect(addAttachment(context, lost)).rejects.toMatchObject(failing('notFound'));
  const rows = await context.store.read.selectFrom('attachment').selectAll().execute();
  expect(rows).toEqual([]);
  expect(await checkAttachments(context.store)).toEqual({ files: 0, problems: [] });
  await attach(png);
  expect(contents()).toHaveLength(1);
});

test('what is too large or empty is refused by name, and nothing is kept', async () => {
  await expect(attach(new Uint8Array(attachmentLimit + 1))).rejects.toMatchObject(
    failing('attachment.tooLarge'),
  );
  await expect(attach(new Uint8Array(0))).rejects.toMatchObject(failing('attachment.empty'));
  expect(contents()).toEqual([]);
});
