// npm start: installs what is missing, then opens the application.
import { launch } from './launch.mjs';

launch('build/start/main.ts', process.argv.slice(2));
