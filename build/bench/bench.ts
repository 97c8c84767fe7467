import { benchForecast } from './forecast/forecast.ts';
import { benchImporting } from './importing.ts';
import { benchKills } from './kill-import.ts';
import { benchLists } from './lists.ts';
import { benchPosting } from './posting.ts';
import { benchOnlineRetail } from './online-retail.ts';
import { benchReading } from './reading.ts';
import { benchReplenishment } from './replenishment.ts';
import { benchTrace } from './trace.ts';

const benches: Readonly<Record<string, () => unknown>> = {
  reading: benchReading,
  importing: benchImporting,
  retail: benchOnlineRetail,
  forecast: benchForecast,
  replenishment: benchReplenishment,
  lists: benchLists,
  posting: benchPosting,
  trace: benchTrace,
  kill: benchKills,
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !Object.hasOwn(benches, name));
if (unknown.length > 0) {
  process.stderr.write(`${unknown.join(', ')}? ${Object.keys(benches).join(' | ')}\n`);
  process.exitCode = 2;
} else {
  for (const [name, run] of Object.entries(benches)) {
    if (asked.length > 0 && !asked.includes(name)) continue;
    process.stdout.write(`\n# ${name}\n`);
    await run();
  }
}
