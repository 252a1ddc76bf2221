import type { Engine, EngineName } from './engine.ts';

/** Where a server keeps what. */
export interface ServerPlaces {
  dataDir: string;
  socketPath: string;
  pidFile: string;
  temporaryDir: string;
}

/** Server variables by name, as a cluster parameter group states them. */
export type ServerSettings = { [name: string]: string };

/** MySQL's defaults, and the time zone of every Aurora cluster (User guide, "Local time zone"). */
const AURORA_DEFAULTS: ServerSettings = {
  character_set_server: 'utf8mb4',
  collation_server: 'utf8mb4_0900_ai_ci',
  innodb_autoinc_lock_mode: '2',
  sql_mode:
    'ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION',
  time_zone: 'UTC',
};

/** The settings that a server accepts from a parameter group. */
export const KNOWN_SETTINGS = Object.keys(AURORA_DEFAULTS);

function settingFlag(name: string, value: string): string {
  // The zone tables are not loaded, so zones have no names.
  if (name === 'time_zone') return `--default-time-zone=${value === 'UTC' ? '+00:00' : value}`;
  return `--${name.replaceAll('_', '-')}=${value}`;
}

const user = process.getuid?.() === 0 ? ['--user=root'] : [];

/** The sizes of files, which must be the same for installing and serving. */
const sizes: { [engine in EngineName]: string[] } = {
  mysql: ['--innodb-redo-log-capacity=32M'],
  mariadb: ['--innodb-log-file-size=16M', '--innodb-undo-tablespaces=0'],
};

const installing: { [engine in EngineName]: string[] } = {
  mysql: [
    '--initialize-insecure',
    '--loose-auto-generate-certs=OFF',
    '--loose-caching-sha2-password-auto-generate-rsa-keys=OFF',
  ],
  mariadb: ['--auth-root-authentication-method=normal', '--skip-test-db', '--skip-name-resolve'],
};

/** What makes each engine answer like Aurora MySQL, where its own defaults differ. */
const serving: { [engine in EngineName]: string[] } = {
  mysql: [
    '--mysqlx=OFF',
    '--secure-file-priv=NULL',
    // Newer versions explain as a tree instead of a table.
    '--loose-explain-format=TRADITIONAL',
    '--loose-auto-generate-certs=OFF',
    '--loose-caching-sha2-password-auto-generate-rsa-keys=OFF',
  ],
  mariadb: ['--innodb-snapshot-isolation=OFF'],
};

/** Arguments of the program that creates an empty database. */
export function installFlags(
  { name, flags }: Pick<Engine, 'name' | 'flags'>,
  { dataDir, temporaryDir }: Pick<ServerPlaces, 'dataDir' | 'temporaryDir'>,
): string[] {
  return [
    '--no-defaults',
    `--datadir=${dataDir}`,
    `--tmpdir=${temporaryDir}`,
    ...user,
    ...flags,
    ...sizes[name],
    ...installing[name],
  ];
}

/** Arguments of the server: no network, one socket. */
export function serverFlags(
  { name, flags }: Pick<Engine, 'name' | 'flags'>,
  { dataDir, socketPath, pidFile, temporaryDir }: ServerPlaces,
  settings: ServerSettings,
): string[] {
  return [
    '--no-defaults',
    ...user,
    ...flags,
    `--datadir=${dataDir}`,
    `--socket=${socketPath}`,
    `--pid-file=${pidFile}`,
    // On start, a server deletes the temporary tables in this directory, even those of another
    // server.
    `--tmpdir=${temporaryDir}`,
    '--skip-networking',
    '--performance-schema=OFF',
    '--innodb-buffer-pool-size=64M',
    ...sizes[name],
    ...serving[name],
    '--skip-log-bin',
    '--innodb-flush-log-at-trx-commit=2',
    ...Object.entries({ ...AURORA_DEFAULTS, ...settings }).map(([name, value]) =>
      settingFlag(name, value),
    ),
    // The Data API accepts statements of up to 4 MiB, so the default limit of 16 MiB is enough.
    '--max-connections=200',
  ];
}
