// npm test [-- PART…]: installs what is missing, then runs every check.
import { launch } from './launch.mjs';

launch('build/test/main.ts', process.argv.slice(2));
