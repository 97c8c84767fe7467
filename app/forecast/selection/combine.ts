/** The middle path, step by step: robust against one method that went astray. */
export function medianPath(paths: readonly Float64Array[]): Float64Array {
  const [first] = paths;
  if (first === undefined) throw new RangeError('a median needs at least one path');
  if (paths.length === 1) return first;
  const at = new Float64Array(paths.length);
  return first.map((_, step) => {
    for (const [index, path] of paths.entries()) at[index] = path[step] ?? 0;
    at.sort();
    const middle = at.length >> 1;
    return at.length % 2 === 1
      ? (at[middle] as number)
      : ((at[middle - 1] as number) + (at[middle] as number)) / 2;
  });
}
