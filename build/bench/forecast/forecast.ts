import { benchCarparts, benchM3 } from './classic.ts';
import { benchRossmann } from './rossmann.ts';
import { benchForecastSpeed } from './speed.ts';
import { benchWalmart } from './walmart.ts';
import { benchSelection } from './weekly-selection.ts';
import { benchWeekly } from './weekly.ts';
import { benchWhatIf } from './what-if.ts';

/** Every forecast benchmark, its figures beside the published ones. */
export async function benchForecast(): Promise<void> {
  benchM3();
  benchCarparts();
  benchWeekly();
  benchSelection();
  benchRossmann();
  benchWalmart();
  benchWhatIf();
  await benchForecastSpeed();
}
