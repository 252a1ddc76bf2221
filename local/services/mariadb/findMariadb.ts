import { accessSync, constants, existsSync, realpathSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { CannotStart } from '../../lib/cannotStart.ts';

/** The two MariaDB programs that the stack runs. */
export interface MariadbPrograms {
  server: string;
  install: string;
}

// Debian installs servers in sbin, which is not in an ordinary user's PATH.
const usualPlaces = [
  '/usr/bin',
  '/usr/sbin',
  '/usr/local/sbin',
  '/usr/local/bin',
  '/opt/homebrew/bin',
];

/** Finds mariadbd (or mysqld, as older packages call it) and mariadb-install-db. */
export function findMariadb(
  path: string = process.env.PATH ?? '',
  others: string[] = usualPlaces,
): MariadbPrograms {
  const places = [...path.split(delimiter).filter(Boolean), ...others];
  const server = find(['mariadbd', 'mysqld'], places);
  // Homebrew links its programs into one directory, which also holds the installer.
  const beside = server === undefined ? [] : [dirname(realpathSync(server))];
  const install = find(['mariadb-install-db', 'mysql_install_db'], [...places, ...beside]);
  if (server === undefined || install === undefined) {
    throw new CannotStart(
      `MariaDB is not installed: neither ${server === undefined ? 'mariadbd nor mysqld' : 'mariadb-install-db nor mysql_install_db'} was found in ${places.join(', ')}. Install it, for example with: apt-get install --no-install-recommends mariadb-server, or: brew install mariadb`,
    );
  }
  return { server, install };
}

function find(names: string[], places: string[]): string | undefined {
  return names
    .flatMap((name) => places.map((place) => join(place, name)))
    .find((file) => existsSync(file) && isExecutable(file));
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
