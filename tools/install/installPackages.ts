import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { StopWithMessage } from '../cli/stopWithMessage.ts';

const PLACES = [
  ...(process.env.PATH ?? '').split(delimiter),
  '/usr/sbin',
  '/usr/local/sbin',
  '/opt/homebrew/bin',
];

/** Whether one of these programs is on this machine. */
export function hasProgram(...names: string[]): boolean {
  return names.some((name) => PLACES.some((place) => existsSync(join(place, name))));
}

/**
 * Installs Debian packages as root or through sudo without a question, and those of `welcome` that
 * this system has.
 * @throws {StopWithMessage} that says what to run, when this machine has no apt or no right to it.
 */
export function installPackages(what: string, packages: string[], welcome: string[] = []): void {
  const command = `apt-get install -y --no-install-recommends ${packages.join(' ')}`;
  const isRoot = process.getuid?.() === 0;
  const canSudo = !isRoot && hasProgram('sudo') && spawnSync('sudo', ['-n', 'true']).status === 0;
  if (!hasProgram('apt-get') || !(isRoot || canSudo)) {
    throw new StopWithMessage(
      `${what} is not installed, and this account may not install it. Run: sudo ${command}\n(on macOS, for the database: brew install mariadb)`,
    );
  }
  console.log(`Installing ${what}: ${command}`);
  const sudo = canSudo ? 'sudo ' : '';
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const options = {
    stdio: ['ignore', 'ignore', 'inherit'] as ['ignore', 'ignore', 'inherit'],
    env: environment,
  };
  spawnSync('sh', ['-c', `${sudo}apt-get update -qq`], options);
  // A service that starts by itself would occupy the usual port; ours is private to the stack.
  const done = spawnSync('sh', ['-c', `${sudo}${command}`], options);
  if (done.status !== 0)
    throw new StopWithMessage(`Installing ${what} failed. Run: sudo ${command}`);
  for (const name of welcome) {
    spawnSync('sh', ['-c', `${sudo}apt-get install -y --no-install-recommends ${name}`], {
      stdio: 'ignore',
      env: environment,
    });
  }
}
