// Runs a script of this project with Node 24, after installing what is missing. Plain JavaScript
// without dependencies, since it is what a fresh clone runs first, on Node 20 or newer.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const [script, ...rest] = process.argv.slice(2);
if (script === undefined)
  fail('Say which script to run: node tools/run.mjs tools/commands/start.ts');

if (!isInstalled()) install();
run(findNode());

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

function install() {
  console.log('Installing the packages of package-lock.json (about a minute the first time) …');
  // Engine notes speak of the Node that installs, not of the Node 24 that runs.
  const npm = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (npm.status !== 0) fail('npm ci did not succeed; its messages stand above.');
}

function findNode() {
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  const packaged = join(root, 'node_modules', `node-linux-${process.arch}`, 'bin', 'node');
  if (process.platform === 'linux' && existsSync(packaged)) return packaged;
  return fail(`Node ${process.versions.node} is running; Shinkan needs Node 24 or newer here.`);
}

function run(node) {
  const path = [join(root, 'node_modules', '.bin'), dirname(node), process.env.PATH].join(
    delimiter,
  );
  const child = spawn(node, [join(root, script), ...rest], {
    stdio: 'inherit',
    env: { ...process.env, PATH: path },
  });
  // Ctrl-C reaches the whole process group; the script decides how to stop, and we wait for it.
  process.on('SIGINT', () => {});
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)));
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
