/*
 * Makes MariaDB answer like Aurora MySQL: its own defaults for isolation, collation and SQL mode
 * differ. The sizes must be the same for installing and serving.
 */
const sizes = ['--innodb-log-file-size=16M', '--innodb-undo-tablespaces=0'];

const user = process.getuid?.() === 0 ? ['--user=root'] : [];

/** Arguments of mariadb-install-db. */
export function installFlags(dataDir: string, temporaryDir: string): string[] {
  return [
    '--no-defaults',
    `--datadir=${dataDir}`,
    `--tmpdir=${temporaryDir}`,
    '--auth-root-authentication-method=normal',
    '--skip-test-db',
    ...user,
    '--skip-name-resolve',
    ...sizes,
  ];
}

/** Arguments of mariadbd: no network, one socket. */
export function serverFlags(places: {
  dataDir: string;
  socketPath: string;
  pidFile: string;
  temporaryDir: string;
}): string[] {
  const { dataDir, socketPath, pidFile, temporaryDir } = places;
  return [
    '--no-defaults',
    ...user,
    `--datadir=${dataDir}`,
    `--socket=${socketPath}`,
    `--pid-file=${pidFile}`,
    // On start, a server deletes the temporary tables in this directory, even those of another
    // server.
    `--tmpdir=${temporaryDir}`,
    '--skip-networking',
    '--performance-schema=OFF',
    '--innodb-buffer-pool-size=64M',
    ...sizes,
    '--skip-log-bin',
    '--innodb-flush-log-at-trx-commit=2',
    '--innodb-snapshot-isolation=OFF',
    '--character-set-server=utf8mb4',
    '--collation-server=utf8mb4_0900_ai_ci',
    '--sql-mode=ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION',
    '--default-time-zone=+00:00',
    // The Data API accepts statements of up to 4 MiB, so the default limit of 16 MiB is enough.
    '--max-connections=200',
  ];
}
