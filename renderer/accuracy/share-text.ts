/** `87.5%`; a dash where there is none. */
export function shareText(share: number | null, none: string): string {
  return share === null ? none : `${(share * 100).toFixed(1)}%`;
}

/** `+3.2`: with its sign, because above and below zero mean opposite things. */
export function signedText(share: number | null, none: string): string {
  if (share === null) return none;
  const points = (share * 100).toFixed(1);
  return share > 0 && points !== '0.0' ? `+${points}` : points;
}
