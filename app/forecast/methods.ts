import type { Method } from './method.ts';
import { movingAverage } from './moving-average.ts';
import { simpleExponentialSmoothing } from './ses.ts';
import { tsb } from './tsb.ts';

/** Every method the selection may choose from, the plainest first: between equals the first one wins. */
export const methods: readonly Method[] = [movingAverage, simpleExponentialSmoothing, tsb];
