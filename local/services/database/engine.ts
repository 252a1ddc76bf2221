import { execFileSync } from 'node:child_process';
import { accessSync, constants, existsSync, readdirSync, realpathSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { CannotStart } from '../../lib/cannotStart.ts';

export type EngineName = 'mysql' | 'mariadb';

/** A database server on this machine, and what starting it takes. */
export interface Engine {
  name: EngineName;
  /** The path of mysqld or mariadbd. */
  server: string;
  /** The path of the program that creates an empty database: MySQL's is the server itself. */
  install: string;
  /** What the server prints of its version. */
  version: string;
  /** Arguments and environment of a server that is not at its usual place. */
  flags: string[];
  environment: { [name: string]: string };
}

/** Where to look for engines. */
export interface Places {
  /** Directories of programs. */
  programs: string[];
  /** The folder with an unpacked MySQL that belongs to this user. */
  unpacked: string;
}

/** MySQL 8.0 is what Aurora MySQL 3 is built on. */
const OLDEST_MYSQL = 8;

const usualPlaces: Places = {
  programs: [
    ...(process.env.PATH ?? '').split(delimiter).filter(Boolean),
    // Debian installs servers in sbin, which is not in an ordinary user's PATH.
    '/usr/bin',
    '/usr/sbin',
    '/usr/local/sbin',
    '/usr/local/bin',
    '/opt/homebrew/bin',
    '/opt/homebrew/opt/mysql/bin',
    '/usr/local/opt/mysql/bin',
  ],
  unpacked: join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'shinkan', 'mysql'),
};

/** Where an unpacked MySQL is found by `findEngine`. */
export const unpackedMysql = usualPlaces.unpacked;

/**
 * Finds the wanted engine, by default the one that SHINKAN_ENGINE names; without a wish MariaDB, or
 * else MySQL.
 * @throws {CannotStart} that says what was looked for and what to install.
 */
export function findEngine(
  wanted: string | undefined = process.env.SHINKAN_ENGINE || undefined,
  places: Places = usualPlaces,
): Engine {
  const finders = { mariadb: findMariadb, mysql: findMysql };
  if (wanted !== undefined && !Object.hasOwn(finders, wanted)) {
    throw new CannotStart(`SHINKAN_ENGINE is ${wanted}; expected mysql or mariadb.`);
  }
  for (const [name, find] of Object.entries(finders)) {
    const engine = wanted === undefined || wanted === name ? find(places) : undefined;
    if (engine) return engine;
  }
  throw new CannotStart(missing(wanted, places));
}

/** Finds MySQL 8.0 or newer among the programs, or unpacked. */
export function findMysql(places: Places = usualPlaces): Engine | undefined {
  const installed = findAll('mysqld', places.programs).map((server) => mysqlAt(server));
  return [...installed, mysqlIn(places.unpacked)].find((engine) => engine !== undefined);
}

function mysqlAt(server: string, rest?: Pick<Engine, 'flags' | 'environment'>): Engine | undefined {
  const { flags = [], environment = {} } = rest ?? {};
  const version = versionOf(server, environment);
  const [, major = '0'] = /Ver (\d+)\./.exec(version) ?? [];
  if (version.includes('MariaDB') || Number(major) < OLDEST_MYSQL) return undefined;
  return { name: 'mysql', server, install: server, version, flags, environment };
}

/** Finds MySQL where Debian's packages were unpacked below this folder. */
export function mysqlIn(folder: string): Engine | undefined {
  const server = join(folder, 'usr/sbin/mysqld');
  if (!existsSync(server)) return undefined;
  const libraries = join(folder, 'usr/lib');
  const shared = join(folder, 'usr/share/mysql');
  return mysqlAt(server, {
    flags: [
      `--lc-messages-dir=${shared}`,
      `--character-sets-dir=${join(shared, 'charsets')}`,
      `--plugin-dir=${join(libraries, 'mysql/plugin')}`,
    ],
    environment: {
      LD_LIBRARY_PATH: readdirSync(libraries)
        .filter((name) => name.includes('-linux-'))
        .map((name) => join(libraries, name))
        .join(':'),
    },
  });
}

function findMariadb({ programs }: Places): Engine | undefined {
  const server = [
    ...findAll('mariadbd', programs),
    ...findAll('mysqld', programs).filter((file) => versionOf(file).includes('MariaDB')),
  ][0];
  if (server === undefined) return undefined;
  // Homebrew links its programs into one directory, which also holds the installer.
  const places = [...programs, dirname(realpathSync(server))];
  const install = ['mariadb-install-db', 'mysql_install_db'].flatMap((name) =>
    findAll(name, places),
  )[0];
  if (install === undefined) return undefined;
  const version = versionOf(server);
  return { name: 'mariadb', server, install, version, flags: [], environment: {} };
}

function missing(wanted: string | undefined, { programs, unpacked }: Places): string {
  const looked = `in ${programs.join(', ')}`;
  const debian = 'apt-get install --no-install-recommends';
  if (wanted === 'mysql')
    return `MySQL is not installed: no mysqld of version ${OLDEST_MYSQL}.0 or newer was found ${looked}, nor unpacked in ${unpacked}. Install it, for example with: ${debian} mysql-server-core-8.0, or: brew install mysql`;
  return `MariaDB is not installed: mariadbd and mariadb-install-db were not both found ${looked}. Install it, for example with: ${debian} mariadb-server, or: brew install mariadb`;
}

/** What the server prints of its version; empty if it cannot run. */
function versionOf(server: string, environment: { [name: string]: string } = {}): string {
  try {
    return execFileSync(server, ['--no-defaults', '--version'], {
      encoding: 'utf8',
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  } catch {
    // A server without its libraries, as an interrupted download leaves it, is none.
    return '';
  }
}

function findAll(name: string, places: string[]): string[] {
  return places.map((place) => join(place, name)).filter((file) => isExecutable(file));
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    // accessSync reports only by throwing.
    return false;
  }
}
