import { execFile } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { waitForLock } from '../../local/lib/fileLock.ts';
import { mysqlIn, unpackedMysql } from '../../local/services/database/engine.ts';
import { startDatabaseServer } from '../../local/services/database/startDatabaseServer.ts';
import { hasProgram } from './installPackages.ts';

/** What a system calls a MySQL server; some only have it in another suite than their own. */
const PACKAGES: { [system: string]: { names: string[]; suite?: string } } = {
  debian: { names: ['mysql-server-core'], suite: 'sid' },
  ubuntu: { names: ['mysql-server-core-8.0', 'mysql-server-core-8.4', 'mysql-server-core'] },
};

/** Longer than any of its steps takes on a slow line. */
const PATIENCE_MS = 300_000;

/**
 * Unpacks MySQL, and the libraries that this machine lacks for it, into a folder of this user;
 * installs nothing. apt checks the signatures. Returns what was in the way, or undefined.
 */
export async function fetchMysql(
  say: (line: string) => void,
  folder: string = unpackedMysql,
): Promise<string | undefined> {
  const refused = `${folder}.refused`;
  if (existsSync(refused))
    return `${readFileSync(refused, 'utf8')} (to try again, delete ${refused})`;
  const { ID = '', VERSION_CODENAME = '' } = readSystem();
  const packages = PACKAGES[ID];
  if (!packages || !hasProgram('apt-get') || !hasProgram('dpkg-deb')) {
    return 'its packages can be unpacked on Debian and Ubuntu only';
  }
  mkdirSync(dirname(folder), { recursive: true, mode: 0o700 });
  const release = await waitForLock(`${folder}.lock`);
  try {
    if (mysqlIn(folder)) return undefined;
    say('Fetching MySQL, about 40 MB, once…');
    // Renamed when complete and tried, so that an interrupted attempt is never taken for a server.
    const partial = `${folder}.new`;
    for (const old of [folder, partial]) rmSync(old, { recursive: true, force: true });
    const apt = prepareApt(join(partial, 'apt'));
    if (packages.suite) await limitToSuite(apt, packages.suite, VERSION_CODENAME);
    await apt.run('apt-get', 'update', '--error-on=any');
    await unpack(apt, await listMissing(apt, packages.names), partial);
    rmSync(apt.folder, { recursive: true });
    const obstacle = await tryOut(partial);
    if (obstacle === undefined) renameSync(partial, folder);
    else writeFileSync(refused, obstacle);
    return obstacle;
  } catch (error) {
    return sayFailure(error);
  } finally {
    release();
  }
}

/** apt with its lists and files in a folder of its own. */
interface Apt {
  folder: string;
  /** Runs a program of apt and returns its output. */
  run(program: string, ...words: string[]): Promise<string>;
}

function prepareApt(folder: string): Apt {
  for (const inner of ['lists/partial', 'archives/partial']) {
    mkdirSync(join(folder, inner), { recursive: true });
  }
  const options = [
    `Dir::State::lists=${join(folder, 'lists')}`,
    `Dir::Cache=${folder}`,
    // Root's own folders are closed to the user as whom apt would otherwise download.
    'APT::Sandbox::User=root',
    'Acquire::Languages=none',
    'Acquire::http::Timeout=15',
    'Acquire::Retries=1',
  ];
  return {
    folder,
    run: (program, ...words) =>
      output(program, [...options.flatMap((one) => ['-o', one]), ...words], folder),
  };
}

/** Makes apt read this suite from the host of the machine's own sources, and nothing else. */
async function limitToSuite(apt: Apt, suite: string, codename: string): Promise<void> {
  const format = '$(CODENAME)|$(COMPONENT)|$(REPO_URI)|$(SIGNED_BY)';
  const known = await output('apt-get', ['indextargets', '--format', format], apt.folder);
  const own = known.split('\n').find((line) => line.startsWith(`${codename}|main|`));
  if (own === undefined) throw new Error(`apt has no source of ${codename}`);
  const [, , address = '', signedBy = ''] = own.split('|');
  const key = signedBy.startsWith('/') ? `[signed-by=${signedBy}] ` : '';
  const list = join(apt.folder, 'sources.list');
  writeFileSync(list, `deb ${key}${address} ${suite} main\n`);
  const { run } = apt;
  const sources = [`Dir::Etc::sourcelist=${list}`, 'Dir::Etc::sourceparts=/dev/null'];
  const preferences = ['Dir::Etc::preferences=/dev/null', 'Dir::Etc::preferencesparts=/dev/null'];
  const options = [...sources, ...preferences].flatMap((one) => ['-o', one]);
  apt.run = (program, ...words) => run(program, ...options, ...words);
}

/** The packages that installing the first known of these would add or renew, for the server alone. */
async function listMissing(apt: Apt, names: string[]): Promise<string[]> {
  const known = (await apt.run('apt-cache', 'pkgnames', 'mysql-server-core')).split('\n');
  const server = names.find((name) => known.includes(name));
  if (server === undefined) throw new Error(`apt knows none of ${names.join(', ')}`);
  const needed = (await apt.run('apt-cache', 'depends', '--recurse', '--important', server)).split(
    '\n',
  );
  const simulated = await apt.run(
    'apt-get',
    '--simulate',
    'install',
    '--no-install-recommends',
    server,
  );
  const added = [...simulated.matchAll(/^Inst (\S+)/gm)].map(([, name = '']) => name);
  const missing = added.filter((name) => needed.includes(name));
  if (missing.includes('libc6')) throw new Error('it needs a newer C library than this system has');
  return missing;
}

async function unpack(apt: Apt, names: string[], folder: string): Promise<void> {
  await apt.run('apt-get', 'download', ...names);
  for (const file of readdirSync(apt.folder).filter((name) => name.endsWith('.deb'))) {
    await output('dpkg-deb', ['--extract', file, folder], apt.folder);
  }
}

/** Starts the server once with a database of its own. */
async function tryOut(folder: string): Promise<string | undefined> {
  const dir = mkdtempSync(join(tmpdir(), 'shinkan-mysql-'));
  try {
    const engine = mysqlIn(folder);
    if (engine === undefined) throw new Error('the unpacked server does not run');
    const server = await startDatabaseServer(dir, () => {}, undefined, engine);
    await server.stop();
    return undefined;
  } catch (error) {
    return sayFailure(error);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

async function output(program: string, words: string[], cwd: string): Promise<string> {
  const env = { ...process.env, LC_ALL: 'C' };
  const options = { cwd, env, timeout: PATIENCE_MS, maxBuffer: 64 * 1024 * 1024 };
  return (await promisify(execFile)(program, words, options)).stdout;
}

/** The fields of the system's description (os-release). */
function readSystem(file = '/etc/os-release'): { [field: string]: string } {
  if (!existsSync(file)) return {};
  const fields = readFileSync(file, 'utf8').matchAll(/^(\w+)="?([^"\n]*)"?$/gm);
  return Object.fromEntries([...fields].map(([, name, value]) => [name, value]));
}

/** The line that names the cause. */
function sayFailure(error: unknown): string {
  const lines = String((error as { stderr?: string }).stderr || (error as Error).message).split(
    '\n',
  );
  return lines.find((line) => /^E: |error/i.test(line)) ?? lines[0] ?? '';
}
