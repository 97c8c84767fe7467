import type { Catalogue } from '../zh-CN.ts';

export const orders: Catalogue['orders'] = {
  placeholder: '',
};
