// npm run package [-- ARGUMENTS…]: builds everything and makes the installers of this system with electron-builder.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { buildPage, projectDirectory } from './page.ts';
import { buildProgram } from './program.ts';

await buildPage();
await buildProgram();
const builder = join(projectDirectory, 'node_modules', 'electron-builder', 'cli.js');
const args = [
  builder,
  '--config',
  join(projectDirectory, 'electron-builder.yml'),
  '--publish',
  'never',
  ...process.argv.slice(2),
];
process.exitCode = spawnSync(process.execPath, args, { cwd: projectDirectory, stdio: 'inherit' }).status ?? 1;
