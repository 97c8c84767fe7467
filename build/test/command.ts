import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { projectDirectory } from '../page.ts';

export interface Finished {
  /** The exit code; 1 when it could not start or was stopped. */
  readonly code: number;
  readonly stdout: string;
  /** Everything it said, in order. */
  readonly output: string;
}

export interface CommandOptions {
  readonly environment?: Readonly<Record<string, string>>;
  /** Show what it says while it runs. */
  readonly live?: boolean;
  readonly limitMinutes?: number;
}

/** Runs a program without a keyboard and waits for it. */
export async function runProgram(
  program: string,
  args: readonly string[],
  options: CommandOptions = {},
): Promise<Finished> {
  const { promise, resolve } = Promise.withResolvers<Finished>();
  const child = spawn(program, args, {
    cwd: projectDirectory,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...options.environment },
    windowsHide: true,
  });
  let stdout = '';
  let output = '';
  const timer = setTimeout(() => child.kill('SIGKILL'), (options.limitMinutes ?? 10) * 60_000);
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
    output += text;
    if (options.live === true) process.stdout.write(text);
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    output += text;
    if (options.live === true) process.stdout.write(text);
  });
  child.on('error', (error) => {
    output += `${error.message}\n`;
  });
  child.on('close', (code, signal) => {
    clearTimeout(timer);
    if (signal !== null) output += `ended by ${signal}\n`;
    resolve({ code: code ?? 1, stdout, output });
  });
  return promise;
}

/** Runs a script of an installed package, by its path below node_modules, on this Node. */
export async function runTool(
  script: string,
  args: readonly string[],
  options?: CommandOptions,
): Promise<Finished> {
  return runProgram(process.execPath, [join(projectDirectory, 'node_modules', script), ...args], options);
}
