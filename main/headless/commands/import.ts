import { positionals } from './command.ts';
import type { Command } from './command.ts';
import { importFile } from './import-file.ts';
import { importArguments, importOptionsOf } from './import-options.ts';

export const importCommand: Command = {
  options: { ...importArguments, mode: { type: 'string' }, 'no-services': { type: 'boolean' } },
  check: (parsed) => {
    positionals(parsed, 'FILE');
    importOptionsOf(parsed);
  },
  run: (context, parsed, language) => importFile(context, parsed, language),
};
