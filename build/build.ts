// npm run build: everything that is packaged, built anew.
import { buildPage, pageDirectory } from './page.ts';
import { buildProgram, programDirectory } from './program.ts';

await buildPage();
await buildProgram();
process.stdout.write(`${pageDirectory}\n${programDirectory}\n`);
