// npm run serve: the page is built first where it is missing or stale, then the headless host runs.
import { serveCommand } from '../main/headless/serve.ts';
import { ensurePage } from './page.ts';

process.exitCode = (await ensurePage()) ? await serveCommand(process.argv.slice(2)) : 1;
