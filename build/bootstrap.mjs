// Runs on whatever Node the machine has (20 or newer) before anything is installed: no dependencies, no TypeScript.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const projectDirectory = dirname(dirname(fileURLToPath(import.meta.url)));

const lockFile = join(projectDirectory, 'package-lock.json');
const modulesDirectory = join(projectDirectory, 'node_modules');
const stampFile = join(modulesDirectory, '.zongdai-install');
const wantedNode = 24;

/** Installs the locked packages where that is due and gives the path of the Node that does the work. */
export function bootstrap() {
  const wanted = createHash('sha256').update(readFileSync(lockFile)).digest('hex');
  if (readText(stampFile) !== wanted) {
    if (!installedAsLocked()) install();
    writeFileSync(stampFile, wanted);
  }
  return findNode();
}

function readText(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

// npm keeps what it installed in node_modules/.package-lock.json. Where that agrees with the lock (someone ran
// `npm install` by hand), another half-minute of `npm ci` would change nothing.
function installedAsLocked() {
  const installedText = readText(join(modulesDirectory, '.package-lock.json'));
  if (installedText === undefined) return false;
  try {
    const installed = JSON.parse(installedText).packages ?? {};
    const locked = JSON.parse(readFileSync(lockFile, 'utf8')).packages ?? {};
    return Object.entries(locked).every(([path, entry]) => {
      if (path === '') return true;
      const found = installed[path];
      if (found === undefined)
        return entry.optional === true || entry.devOptional === true || entry.peer === true;
      return found.version === entry.version && existsSync(join(projectDirectory, path));
    });
  } catch {
    return false;
  }
}

function install() {
  say('安装依赖 / installing dependencies …');
  const [command, prefix, shell] = npmCommand();
  const started = Date.now();
  const result = spawnSync(
    command,
    // No package's scripts: better-sqlite3 brings its binaries, yet npm would compile it anew because it sees its sources.
    [...prefix, 'ci', '--include=dev', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'],
    // Only the program's own answer may appear on stdout: `serve --json` is read by other programs.
    {
      cwd: projectDirectory,
      stdio: ['ignore', 2, 2],
      shell,
      env: { ...process.env, npm_config_loglevel: 'error' },
    },
  );
  if (result.error !== undefined) fail(`npm 无法启动 / npm could not be started: ${result.error.message}`);
  if (result.status !== 0) fail('npm ci 失败(见上)/ npm ci failed (see above)');
  say(`依赖已安装 / dependencies installed (${Math.round((Date.now() - started) / 1000)} s)`);
}

// npm.cmd cannot be started without a shell on Windows, and a shell breaks paths with spaces: npm's own script is found first.
function npmCommand() {
  const beside = dirname(process.execPath);
  const candidates = [
    process.env.npm_execpath,
    join(beside, 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    join(beside, '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
  ];
  const script = candidates.find((file) => file?.endsWith('npm-cli.js') && existsSync(file));
  return script === undefined
    ? ['npm', [], process.platform === 'win32']
    : [process.execPath, [script], false];
}

function findNode() {
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  const pinned = join(modulesDirectory, 'node', 'bin', name);
  if (runs(pinned)) return pinned;
  installNode();
  if (runs(pinned)) return pinned;
  if (Number(process.versions.node.split('.')[0]) >= wantedNode) return process.execPath;
  return fail(
    `需要 Node ${wantedNode}:无法取得依赖中的 Node(见上),而当前是 ${process.version}。` +
      `请检查网络后重试,或安装 Node ${wantedNode}。\n` +
      `Node ${wantedNode} is needed: the one among the dependencies could not be fetched (see above) and this is ` +
      `${process.version}. Check the network and try again, or install Node ${wantedNode}.`,
  );
}

function runs(program) {
  if (!existsSync(program)) return false;
  const { status, stdout } = spawnSync(program, ['--version'], { encoding: 'utf8', windowsHide: true });
  return status === 0 && Number(stdout.slice(1).split('.')[0]) >= wantedNode;
}

// The `node` package fetches the binary of this platform in a script of its own, the only one that is needed.
function installNode() {
  const directory = join(modulesDirectory, 'node');
  if (!existsSync(join(directory, 'installArchSpecificPackage.js'))) return;
  spawnSync(process.execPath, ['installArchSpecificPackage.js'], {
    cwd: directory,
    stdio: ['ignore', 2, 2],
    env: { ...process.env, npm_config_loglevel: 'error', npm_config_ignore_scripts: 'true' },
    windowsHide: true,
  });
}

/** The environment of a child: the pinned Node comes first on PATH, for whatever is started by the name `node`. */
export function childEnvironment(node) {
  const key = Object.keys(process.env).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH';
  return { ...process.env, [key]: [dirname(node), process.env[key]].filter(Boolean).join(delimiter) };
}

function say(text) {
  process.stderr.write(`${text}\n`);
}

function fail(text) {
  say(text);
  process.exit(1);
}
