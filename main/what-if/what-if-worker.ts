import type { WhatIfResult } from '#app/what-if/types.ts';
import { openReader } from '#db/store.ts';

import type { Progress } from '../jobs/jobs.ts';
import { serveWorker } from '../jobs/worker-server.ts';
import { computeWhatIf } from './compute-what-if.ts';
import type { WhatIfRequest } from './compute-what-if.ts';

const methods = {
  compute: async (
    { storeFile, request }: { readonly storeFile: string; readonly request: WhatIfRequest },
    report: (progress: Progress) => void,
  ): Promise<WhatIfResult> => {
    report({ phase: 'loading', done: 0, total: null });
    const reader = openReader(storeFile);
    try {
      return await computeWhatIf(reader.read, request, report);
    } finally {
      await reader.close();
    }
  },
};

export type WhatIfMethods = typeof methods;

serveWorker(methods);
