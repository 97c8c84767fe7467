/** Why a person ordered something else than was suggested. */
export const overrideReasons = [
  'promotion',
  'customer',
  'price',
  'stock',
  'supplier',
  'doubt',
  'other',
] as const;
export type OverrideReason = (typeof overrideReasons)[number];
