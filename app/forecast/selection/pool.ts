import { adida, imapa } from '../methods/aggregated.ts';
import { autoregression } from '../methods/autoregression.ts';
import { dampedEts, ets, levelEts } from '../methods/ets.ts';
import { sba, tsb } from '../methods/intermittent.ts';
import { movingAverage } from '../methods/moving-average.ts';
import { ses } from '../methods/ses.ts';
import { dynamicTheta, theta } from '../methods/theta.ts';
import type { ForecastTask, PooledMethod } from '../path-method.ts';
import type { Pattern } from './pattern.ts';

const steady: readonly PooledMethod[] = [ses, movingAverage, tsb, theta, dynamicTheta, dampedEts];
const seasonal: readonly PooledMethod[] = [levelEts, dampedEts, ets, theta, dynamicTheta, autoregression];
const sparse: readonly PooledMethod[] = [ses, movingAverage, tsb, sba, adida, imapa];

/** The methods that suit a kind of demand; a season needs demand at nearly every step to be seen in one product alone. */
export function poolFor(pattern: Pattern, task: ForecastTask): readonly PooledMethod[] {
  if (pattern === 'intermittent' || pattern === 'lumpy') return sparse;
  return task.season > 1 ? seasonal : steady;
}
