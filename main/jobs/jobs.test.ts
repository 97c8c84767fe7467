import { expect, test } from 'vitest';

import { AppError, appError } from '#app/core/errors.ts';
import type { Failure } from '#app/core/errors.ts';

import { createJobs } from './jobs.ts';
import type { JobHandle } from './jobs.ts';

const named = (error: unknown): Failure =>
  error instanceof AppError ? error.failure : { code: 'internal', parameters: { traceId: 'T1' } };

/** Runs until it is cancelled. */
const endless = ({ signal }: JobHandle): Promise<never> =>
  new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(appError('job.cancelled', {})));
  });

test('a job is followed from its start to its result, and tells how long it will take', async () => {
  let now = 0;
  const jobs = createJobs(named, () => now);
  const { promise, resolve } = Promise.withResolvers<string>();
  const id = jobs.start('count', (job) => {
    job.report({ phase: 'reading', done: 25, total: 100 });
    return promise;
  });
  now = 10_000;
  expect(jobs.get(id)).toMatchObject({ state: 'running', phase: 'reading', done: 25, secondsLeft: 30 });
  resolve('result');
  expect(await jobs.wait(id)).toBe('result');
  expect(jobs.get(id)).toMatchObject({ state: 'done', result: 'result', failure: null });
});

test('what a job fails with is named for whoever polls, also where it throws at once', async () => {
  const jobs = createJobs(named);
  const broken = jobs.start('broken', () => {
    throw new Error('unforeseen');
  });
  const refused = jobs.start('refused', () => Promise.reject(appError('store.notEmpty', {})));
  await Promise.allSettled([jobs.wait(broken), jobs.wait(refused)]);
  expect(jobs.get(broken)).toMatchObject({ state: 'failed', failure: { code: 'internal' } });
  expect(jobs.get(refused)).toMatchObject({ state: 'failed', failure: { code: 'store.notEmpty' } });
  expect(() => jobs.get('none')).toThrow('notFound');
});

test('closing cancels what runs and waits for it; old results are forgotten, running jobs are not', async () => {
  const jobs = createJobs(named);
  const running = jobs.start('endless', endless);
  const first = jobs.start('quick', () => Promise.resolve(0));
  for (let count = 0; count < 60; count += 1)
    await jobs.wait(jobs.start('quick', () => Promise.resolve(count)));
  expect(jobs.list().length).toBeLessThanOrEqual(51);
  expect(() => jobs.get(first)).toThrow('notFound');
  expect(jobs.get(running).state).toBe('running');
  await jobs.close();
  expect(jobs.get(running).state).toBe('cancelled');
});
