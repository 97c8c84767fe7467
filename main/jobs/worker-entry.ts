/** Where each worker's entry lies in the source, from `main/`. In the bundle they lie side by side under their own names. */
export const workerFiles = {
  accuracy: 'accuracy/accuracy-worker.ts',
  forecast: 'forecast/forecast-worker.ts',
  import: 'exchange/import-worker.ts',
  export: 'exports/export-worker.ts',
  replenishment: 'replenishment/replenishment-worker.ts',
  sample: 'sample/sample-worker.ts',
  whatIf: 'what-if/what-if-worker.ts',
  countSheet: 'stock/count-sheet-worker.ts',
} as const;

export type WorkerName = keyof typeof workerFiles;

/** The module a job's worker thread starts with: TypeScript in the source, JavaScript in the bundle. */
export function workerUrl(name: WorkerName, moduleUrl: string = import.meta.url): URL {
  const file = workerFiles[name];
  if (moduleUrl.endsWith('.ts')) return new URL(`../${file}`, moduleUrl);
  return new URL(file.slice(file.lastIndexOf('/') + 1).replace(/\.ts$/u, '.js'), moduleUrl);
}
