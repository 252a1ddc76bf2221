import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { findEngine } from '../../services/database/engine.ts';
import { makeDirectory, type TestDirectory } from '../template/support.ts';

let directory: TestDirectory;
beforeEach(() => {
  directory = makeDirectory();
});
afterEach(() => directory.remove());

const places = () => ({ programs: [directory.path], unpacked: join(directory.path, 'mysql') });

/** A program that prints this. */
function program(name: string, says = '', code = 0): string {
  const file = join(directory.path, name);
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, `#!/bin/sh\necho '${says}'\nexit ${code}\n`, { mode: 0o700 });
  return file;
}

it('findEngine finds MySQL 8.0 and newer by what the server says of itself', () => {
  const server = program('mysqld', 'mysqld  Ver 8.0.40 for Linux on x86_64');
  expect(findEngine('mysql', places())).toMatchObject({ name: 'mysql', server, install: server });
});

it.each([
  ['an older MySQL', 'mysqld  Ver 5.7.44 for Linux on x86_64', 0],
  ['MariaDB under the same name', 'mysqld  Ver 11.8.9-MariaDB for debian-linux-gnu', 0],
  ['a server that does not run', 'mysqld  Ver 9.7.4 for Linux on x86_64', 127],
])('findEngine does not take %s for MySQL', (_what, says, code) => {
  program('mysqld', says, code);
  expect(() => findEngine('mysql', places())).toThrow(
    /no mysqld of version 8\.0 or newer.*apt-get/,
  );
});

it('findEngine starts an unpacked MySQL with its own files', () => {
  const server = program('mysql/usr/sbin/mysqld', 'mysqld  Ver 9.7.4 for Linux on x86_64');
  const libraries = join(directory.path, 'mysql/usr/lib');
  mkdirSync(join(libraries, 'x86_64-linux-gnu'), { recursive: true });
  const engine = findEngine('mysql', places());
  expect(engine.server).toBe(server);
  expect(engine.flags).toContain(`--plugin-dir=${libraries}/mysql/plugin`);
  expect(engine.environment).toEqual({ LD_LIBRARY_PATH: join(libraries, 'x86_64-linux-gnu') });
});

it('findEngine needs MariaDB’s installer beside its server', () => {
  program('mysqld', 'mysqld  Ver 11.8.9-MariaDB for debian-linux-gnu');
  expect(() => findEngine(undefined, places())).toThrow(/mariadb-install-db were not both found/);
  const install = program('mariadb-install-db');
  expect(findEngine(undefined, places())).toMatchObject({ name: 'mariadb', install });
});

it('findEngine rejects an unknown engine', () => {
  expect(() => findEngine('postgres', places())).toThrow('expected mysql or mariadb');
});
