import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bootstrap, childEnvironment, projectDirectory } from './bootstrap.mjs';

const watcher = pathToFileURL(join(projectDirectory, 'build', 'exit-with-parent.mjs')).href;

/**
 * Runs `entry` (relative to the project) on the pinned Node as if this process were it: same arguments, streams, signals, exit
 * code and working directory.
 */
export function launch(entry, args) {
  const node = bootstrap();
  const child = spawn(
    node,
    ['--disable-warning=ExperimentalWarning', '--import', watcher, resolve(projectDirectory, entry), ...args],
    { stdio: ['inherit', 'inherit', 'inherit', 'ipc'], env: childEnvironment(node), windowsHide: true },
  );
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    // Ctrl C reaches the whole group already; a second SIGINT would cut the child's graceful stop short.
    process.on(signal, () => {
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
    });
  }
  leaveWithParent(child);
  child.on('error', (error) => {
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  });
  child.on('exit', (code, signal) => {
    // Ending by the same signal would skip the exit code on Windows; 128 + number is what shells report.
    process.exit(code ?? 128 + ({ SIGHUP: 1, SIGINT: 2, SIGKILL: 9, SIGTERM: 15 }[signal] ?? 1));
  });
}

// npm killed with SIGKILL cannot tell its children; on POSIX the orphan is seen by its new parent.
function leaveWithParent(child) {
  if (process.platform === 'win32') return;
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) child.kill('SIGTERM');
  }, 500).unref();
}
