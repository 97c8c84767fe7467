import type { sample as source } from '../zh-CN/sample.ts';
import type { Translation } from '../translation.ts';

export const sample: Translation<typeof source> = {};
