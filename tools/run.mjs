#!/usr/bin/env node
// Starts the command line with Node 24, after installing what is missing. Plain JavaScript without
// dependencies, since it is what a fresh clone runs first, on Node 20 or newer.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const bin = join(root, 'node_modules', '.bin');

// Ctrl-C reaches the whole process group; the program decides how to stop, and we wait for it.
process.on('SIGINT', () => {});
if (!isInstalled()) await install();
const node = findNode();
const path = [bin, dirname(node), process.env.PATH].join(delimiter);
process.exit(
  await run(node, [join(root, 'tools', 'shinkan.ts'), ...process.argv.slice(2)], {
    env: { ...process.env, PATH: path },
  }),
);

// By what is in both files: npm writes package-lock.json last, and git gives it the time of a checkout.
function isInstalled() {
  const installed = packagesOf(join(root, 'node_modules', '.package-lock.json'));
  const locked = packagesOf(join(root, 'package-lock.json'));
  if (installed === null || locked === null) return false;
  return Object.entries(locked).every(([path, { version, integrity, optional }]) => {
    const found = installed[path];
    // The project itself is not installed, and what is optional may be for another machine.
    if (found === undefined) return path === '' || optional === true;
    return found.version === version && found.integrity === integrity;
  });
}

function packagesOf(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : null;
}

async function install() {
  // On stderr, since the output may be a program's input.
  console.error('Installing the packages of package-lock.json (about a minute the first time) …');
  // Engine notes speak of the Node that installs, not of the Node 24 that runs.
  const code = await run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['inherit', process.stderr, 'inherit'],
    shell: process.platform === 'win32',
  });
  if (code !== 0) fail('npm ci failed; see its messages above.');
}

function findNode() {
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  const packaged = join(root, 'node_modules', `node-linux-${process.arch}`, 'bin', 'node');
  if (process.platform === 'linux' && existsSync(packaged)) return packaged;
  return fail(`Node ${process.versions.node} is running; Shinkan needs Node 24 or newer here.`);
}

/** Runs a program, passes on what asks it to end, and gives its exit code. */
function run(program, parameters, options) {
  const child = spawn(program, parameters, { stdio: 'inherit', ...options });
  for (const signal of ['SIGTERM', 'SIGHUP']) {
    process.removeAllListeners(signal).on(signal, () => child.kill(signal));
  }
  if (process.env.npm_command !== undefined) endWithParent(child);
  return new Promise((resolve) => {
    child.on('error', (error) => fail(error.message));
    child.on('exit', (code, signal) => resolve(code ?? (signal === 'SIGINT' ? 130 : 1)));
  });
}

/** npm and npx start us through a shell, which passes no signal on: if it ends, they were told to. */
function endWithParent(child) {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    child.kill('SIGTERM');
  }, 200);
  watch.unref();
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
