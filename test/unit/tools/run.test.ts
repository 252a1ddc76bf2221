import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeDirectory, type TestDirectory } from '../../../local/test/template/support.ts';
import { root } from '../../../tools/root.ts';

interface Package {
  version?: string;
  integrity?: string;
  optional?: boolean;
  resolved?: string;
  link?: boolean;
}

const croner = { version: '11.0.1', integrity: 'sha512-a' };
const forOthers = { version: '1.0.0', integrity: 'sha512-b', optional: true };
/** As npm writes a workspace, in both files. */
const workspace = {
  local: { version: '0.1.0' },
  'node_modules/@shinkan/local': { resolved: 'local', link: true },
};

describe('a command of the project', () => {
  let project: TestDirectory;
  beforeEach(() => {
    project = makeDirectory();
    for (const folder of ['tools', 'node_modules', 'bin']) mkdirSync(join(project.path, folder));
    copyFileSync(join(root, 'tools', 'run.mjs'), join(project.path, 'tools', 'run.mjs'));
    write('tools/shinkan.ts', 'console.log(process.argv.slice(2).join());');
    write('bin/npm', '#!/bin/sh\necho npm "$1"\n');
  });
  afterEach(() => project.remove());

  function write(path: string, text: string): void {
    writeFileSync(join(project.path, path), text, { mode: 0o700 });
  }

  function lock(path: string, packages: { [path: string]: Package }): void {
    write(path, JSON.stringify({ packages }));
  }

  /** The command's output, if it installs with this project's own npm. */
  function run(): { stdout: string; stderr: string } {
    const path = [join(project.path, 'bin'), dirname(process.execPath), '/usr/bin', '/bin'];
    return spawnSync(process.execPath, [join(project.path, 'tools', 'run.mjs'), 'hello'], {
      encoding: 'utf8',
      env: { PATH: path.join(delimiter) },
    });
  }

  it("a command installs nothing when all packages are there, whatever the lock file's time", () => {
    lock('node_modules/.package-lock.json', { ...workspace, 'node_modules/croner': croner });
    lock('package-lock.json', {
      '': { version: '0.1.0', integrity: '' },
      ...workspace,
      'node_modules/croner': croner,
      'node_modules/for-others': forOthers,
    });
    const longAgo = new Date(0);
    utimesSync(join(project.path, 'node_modules/.package-lock.json'), longAgo, longAgo);
    expect(run()).toMatchObject({ stdout: 'hello\n', stderr: '' });
  });

  it.each<[string, { [path: string]: Package } | undefined]>([
    ['nothing is installed', undefined],
    ['a package is missing', workspace],
    ['a workspace is not linked', { 'node_modules/croner': croner }],
    [
      'a version differs',
      { ...workspace, 'node_modules/croner': { ...croner, version: '11.0.0' } },
    ],
    [
      'a hash differs',
      { ...workspace, 'node_modules/croner': { ...croner, integrity: 'sha512-c' } },
    ],
  ])('a command installs first when %s', (_name, installed) => {
    lock('package-lock.json', { ...workspace, 'node_modules/croner': croner });
    if (installed !== undefined) lock('node_modules/.package-lock.json', installed);
    const { stdout, stderr } = run();
    expect(stderr).toContain('npm ci\n');
    expect(stdout).toBe('hello\n');
  });
});
