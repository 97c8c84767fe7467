import { parseArgs } from 'node:util';

import { catalogueOf } from '#app/i18n/catalogue.ts';
import { isLanguage } from '#app/i18n/translation.ts';
import type { Language } from '#app/i18n/translation.ts';

import { createContext } from '../server/application.ts';
import { checkCommand } from './commands/check.ts';
import type { Command, CommandOutcome } from './commands/command.ts';
import { exportCommand } from './commands/export.ts';
import { failedOutcome } from './commands/failed.ts';
import { forecastCommand } from './commands/forecast.ts';
import { importCommand } from './commands/import.ts';
import { replenishCommand } from './commands/replenish.ts';
import { sampleCommand } from './commands/sample.ts';
import { undoImportCommand } from './commands/undo-import.ts';
import { defaultDataDirectory } from './data-directory.ts';

const commands: Readonly<Record<string, Command>> = {
  import: importCommand,
  'undo-import': undoImportCommand,
  forecast: forecastCommand,
  replenish: replenishCommand,
  export: exportCommand,
  check: checkCommand,
  sample: sampleCommand,
};

const exitUsage = 2;

async function main(args: readonly string[]): Promise<number> {
  const [name = '', ...rest] = args;
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  const language = languageOf(rest);
  const text = catalogueOf(language).commandLine;
  if (command === undefined) {
    const asked = name === '' || name === 'help' || name === '--help';
    (asked ? process.stdout : process.stderr).write(
      asked ? text.usage : text.unknownCommand({ name }) + text.usage,
    );
    return name === '' || !asked ? exitUsage : 0;
  }
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse(command, rest);
    command.check(parsed);
  } catch (error) {
    process.stderr.write(
      `${text.usageError({ detail: error instanceof Error ? error.message : String(error) })}\n${text.usage}`,
    );
    return exitUsage;
  }
  const outcome = await run(command, parsed, language);
  print(outcome, parsed.values['json'] === true);
  return outcome.exit;
}

function parse(command: Command, args: readonly string[]) {
  return parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      ...command.options,
      data: { type: 'string' },
      json: { type: 'boolean', default: false },
      language: { type: 'string' },
    },
  });
}

async function run(
  command: Command,
  parsed: ReturnType<typeof parse>,
  language: Language,
): Promise<CommandOutcome> {
  const data = parsed.values['data'];
  try {
    const { context, close } = await createContext({
      directory: typeof data === 'string' ? data : defaultDataDirectory(),
      actor: 'command line',
    });
    try {
      return await command.run(context, parsed, language);
    } catch (error) {
      return failedOutcome(error, language, context.log);
    } finally {
      await close();
    }
  } catch (error) {
    return failedOutcome(error, language);
  }
}

function print(outcome: CommandOutcome, json: boolean): void {
  if (json) process.stdout.write(`${JSON.stringify(outcome.json)}\n`);
  else (outcome.exit === 0 ? process.stdout : process.stderr).write(`${outcome.text}\n`);
}

function languageOf(args: readonly string[]): Language {
  const index = args.indexOf('--language');
  const given = index === -1 ? undefined : args[index + 1];
  return given !== undefined && isLanguage(given) ? given : 'zh-CN';
}

process.exitCode = await main(process.argv.slice(2));
