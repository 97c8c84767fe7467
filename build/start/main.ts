// npm start: the application in its own window where Electron is, else in the installed browser, else as an address.
import { openHeadless } from '../../main/headless/serve.ts';
import type { Served } from '../../main/headless/serve.ts';
import { parseServeArguments } from '../../main/headless/serve-arguments.ts';
import type { ServeArguments } from '../../main/headless/serve-arguments.ts';
import { stopSignal } from '../../main/headless/stop-signal.ts';
import { AppError } from '../../app/core/errors.ts';
import { catalogueOf, failureMessage } from '../../app/i18n/catalogue.ts';
import { findElectron } from '../electron-binary.ts';
import { ensurePage } from '../page.ts';
import { openInBrowser } from './browser.ts';
import { fetchElectron, hasDisplay, runDesktop } from './desktop.ts';

async function start(args: readonly string[]): Promise<number> {
  const options = parseServeArguments(args.filter((argument) => argument !== '--browser'));
  if (options === undefined) {
    process.stderr.write(`${catalogueOf('zh-CN').desktop.serve.usage}\n`);
    return 2;
  }
  if (!(await ensurePage())) return 1;
  const windowed = hasDisplay() && !args.includes('--browser');
  const electron = windowed ? (findElectron() ?? (await fetchElectron())) : undefined;
  return electron === undefined ? startHeadless(options) : runDesktop(electron, options.data);
}

async function startHeadless(options: ServeArguments): Promise<number> {
  const text = catalogueOf(options.language).desktop.start;
  let served: Served;
  try {
    served = await openHeadless(options);
  } catch (error) {
    const message =
      error instanceof AppError ? failureMessage(options.language, error.failure) : String(error);
    process.stderr.write(`${message}\n`);
    return 1;
  }
  const opened = hasDisplay() && (await openInBrowser(served.url));
  process.stdout.write(`${opened ? text.inBrowser : text.noDisplay}\n`);
  process.stdout.write(`${catalogueOf(options.language).desktop.serve.ready({ url: served.url })}\n`);
  const stopped = await Promise.race([stopSignal().then(() => true), served.ended.then(() => false)]);
  await served.close();
  return stopped ? 0 : 1;
}

process.exitCode = await start(process.argv.slice(2));
