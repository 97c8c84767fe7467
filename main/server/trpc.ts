import { TRPCError, initTRPC } from '@trpc/server';

import { AppError } from '#app/core/errors.ts';
import type { Failure } from '#app/core/errors.ts';

import type { Context } from './context.ts';
import { failureOf } from './failures.ts';

const t = initTRPC.context<Context>().create({
  errorFormatter: ({ shape, error, ctx }) => {
    const failure: Failure =
      ctx === undefined ? { code: 'internal', parameters: { traceId: '' } } : failureOf(error, ctx.log);
    return {
      ...shape,
      message: failure.code,
      data: { code: shape.data.code, httpStatus: shape.data.httpStatus, failure },
    };
  },
});

export const router = t.router;

/** A named failure is the caller's to mend (400), not the server's (500). */
const named = t.middleware(async ({ next }) => {
  const result = await next();
  if (!result.ok && result.error.cause instanceof AppError) {
    throw new TRPCError({ code: 'BAD_REQUEST', cause: result.error.cause });
  }
  return result;
});

export const procedure = t.procedure.use(named);
