import type { JobView } from '../ui/use-job.ts';
import { query } from './client.ts';

const pollMilliseconds = 250;

/** Waits for a job outside of any screen, such as one that a command started. */
export async function followJob(jobId: string): Promise<JobView> {
  for (;;) {
    const job = (await query('jobs.get', { id: jobId })) as JobView;
    if (job.state !== 'running') return job;
    await new Promise((resolve) => setTimeout(resolve, pollMilliseconds));
  }
}
