/** What a long job is busy with; each has its words in both catalogues. */
export type JobPhase =
  | 'starting'
  | 'reading'
  | 'checking'
  | 'loading'
  | 'forecasting'
  | 'generating'
  | 'storing'
  | 'writing'
  | 'exporting'
  | 'replaying';
