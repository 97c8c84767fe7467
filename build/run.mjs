// node build/run.mjs ENTRY [ARGUMENTS…]: the pinned Node on ENTRY, installed first where that is due.
import { launch } from './launch.mjs';

const [entry, ...args] = process.argv.slice(2);
if (entry === undefined) {
  process.stderr.write('node build/run.mjs ENTRY [ARGUMENTS…]\n');
  process.exit(2);
}
launch(entry, args);
