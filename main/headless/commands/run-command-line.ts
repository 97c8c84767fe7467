import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { catalogueOf } from '#app/i18n/catalogue.ts';
import { isLanguage } from '#app/i18n/translation.ts';
import type { Language } from '#app/i18n/translation.ts';
import { storeFileName } from '#db/store.ts';

import { createContext } from '../../server/application.ts';
import { prepareDataDirectory } from '../data-directory.ts';
import { accuracyCommand } from './accuracy.ts';
import { calendarCommand } from './calendar.ts';
import { checkCommand } from './check.ts';
import { flag, pathFromHere, textOption } from './command.ts';
import type { Command, CommandOutcome, ExitCode, ParsedArguments } from './command.ts';
import { demandCommand } from './demand.ts';
import { documentCommand } from './document.ts';
import { exportCommand } from './export.ts';
import { failedOutcome } from './failed.ts';
import { forecastCommand } from './forecast.ts';
import { importCommand } from './import.ts';
import { postCommand } from './post.ts';
import { policiesCommand } from './policies.ts';
import { promotionsCommand } from './promotions.ts';
import { ordersCommand } from './orders.ts';
import { replenishCommand } from './replenish.ts';
import { reverseCommand } from './reverse.ts';
import { sampleCommand } from './sample.ts';
import { stockCommand } from './stock.ts';
import { traceCommand } from './trace.ts';
import { scanCommand } from './scan.ts';
import { stocktakeCommand } from './stocktake.ts';
import { templateCommand } from './template.ts';
import { whatIfCommand } from './what-if.ts';
import { undoImportCommand } from './undo-import.ts';

/** Where the command line writes: results to `out`, everything else to `error`. */
export interface Output {
  out(text: string): void;
  error(text: string): void;
}

const commands: Readonly<Record<string, Command>> = {
  import: importCommand,
  post: postCommand,
  template: templateCommand,
  'undo-import': undoImportCommand,
  forecast: forecastCommand,
  accuracy: accuracyCommand,
  demand: demandCommand,
  replenish: replenishCommand,
  'what-if': whatIfCommand,
  orders: ordersCommand,
  policies: policiesCommand,
  promotions: promotionsCommand,
  calendar: calendarCommand,
  export: exportCommand,
  document: documentCommand,
  reverse: reverseCommand,
  trace: traceCommand,
  scan: scanCommand,
  check: checkCommand,
  sample: sampleCommand,
  stock: stockCommand,
  stocktake: stocktakeCommand,
};

const helpWords: ReadonlySet<string> = new Set(['help', '--help', '-h']);

/**
 * One command of the command line. With `--json` exactly one object goes to `out` whatever happens, so that a script never
 * has to tell an answer from a failure by its shape alone: a failure is an object with `error`.
 */
export async function runCommandLine(args: readonly string[], output: Output): Promise<ExitCode> {
  const [name = '', ...rest] = args;
  const language = languageOf(args);
  const json = args.includes('--json');
  const text = catalogueOf(language).commandLine;
  if (args.some((word) => helpWords.has(word))) {
    output.out(json ? `${JSON.stringify({ usage: text.usage })}\n` : text.usage);
    return 0;
  }
  const wrong = (detail: string, message: string): ExitCode => {
    output.error(`${message}\n\n${text.usage}`);
    if (json)
      output.out(`${JSON.stringify({ error: { code: 'usage', parameters: { detail }, message } })}\n`);
    return 2;
  };
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command === undefined) return wrong(name, name === '' ? text.noCommand : text.unknownCommand({ name }));
  let parsed: ParsedArguments;
  try {
    parsed = parse(command, rest);
    command.check(parsed);
  } catch (error) {
    const detail = (error instanceof Error ? error.message : String(error)).split('\n', 1)[0] ?? '';
    return wrong(detail, text.usageError({ detail }));
  }
  const outcome = await run(command, parsed, language, output);
  print(outcome, flag(parsed, 'json'), output);
  return outcome.exit;
}

function parse(command: Command, args: readonly string[]): ParsedArguments {
  const parsed = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      ...command.options,
      data: { type: 'string' },
      json: { type: 'boolean', default: false },
      language: { type: 'string' },
    },
  });
  if (textOption(parsed, 'data')?.trim() === '') throw new Error('--data DIR');
  const language = textOption(parsed, 'language');
  if (language !== undefined && !isLanguage(language)) throw new Error(`--language ${language}: zh-CN | en`);
  return parsed;
}

async function run(
  command: Command,
  parsed: ParsedArguments,
  language: Language,
  output: Output,
): Promise<CommandOutcome> {
  try {
    const data = textOption(parsed, 'data');
    const directory = prepareDataDirectory(data === undefined ? undefined : pathFromHere(data));
    // A mistyped path would otherwise look like a store in which all is well.
    if (!existsSync(join(directory, storeFileName)))
      output.error(`${catalogueOf(language).commandLine.newStore({ path: directory })}\n`);
    const { context, close } = await createContext({ directory, actor: 'command line' });
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

function print(outcome: CommandOutcome, json: boolean, output: Output): void {
  if (json) output.out(`${JSON.stringify(outcome.json)}\n`);
  else if (outcome.exit === 0) output.out(`${outcome.text}\n`);
  else output.error(`${outcome.text}\n`);
}

/** Before the arguments are parsed, because what is wrong with them is said in it. */
function languageOf(args: readonly string[]): Language {
  const index = args.indexOf('--language');
  const given =
    index === -1 ? args.find((word) => word.startsWith('--language='))?.slice(11) : args[index + 1];
  return given !== undefined && isLanguage(given) ? given : 'zh-CN';
}
