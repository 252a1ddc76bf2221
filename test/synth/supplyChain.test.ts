import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');

/** Permissive, or weak copyleft in tools that are used unmodified and not shipped. */
const LICENCES = [
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC-BY-4.0',
  'ISC',
  'MIT',
  'MIT-0',
  'MPL-2.0',
  'Python-2.0',
  'Zlib',
];

/** Packages whose install script may run, and why. */
const INSTALL_SCRIPTS: Record<string, string> = {
  esbuild: 'checks that the binary for this machine was installed; works without it as well',
};

interface LockedPackage {
  version: string;
  resolved?: string;
  integrity?: string;
  license?: string;
  inBundle?: boolean;
  hasInstallScript?: boolean;
  link?: boolean;
}

const WORKSPACES: string[] = readJson('package.json').workspaces;
const manifests = ['.', ...WORKSPACES].map((folder) => readJson(`${folder}/package.json`));
const lock = readJson('package-lock.json');
const locked = Object.entries(lock.packages as Record<string, LockedPackage>);
/** Everything that is fetched, so neither the project nor its workspaces. */
const packages = locked.filter(([path, { link }]) => path.includes('node_modules/') && !link);
const dependencies = manifests.flatMap((manifest) =>
  Object.entries<string>({
    ...manifest.dependencies,
    ...manifest.devDependencies,
    ...manifest.optionalDependencies,
  }),
);

describe('bar 25 supply chain', () => {
  it('every package in the lockfile has an integrity hash', () => {
    expect(packages.length).toBeGreaterThan(100);
    // A package bundled inside another is covered by that one's integrity.
    const unknown = packages.filter(([, { integrity, inBundle }]) => !integrity && !inBundle);
    expect(unknown.map(([path]) => path)).toEqual([]);
    const weak = packages.filter(([, { integrity }]) => integrity && !/^sha512-/.test(integrity));
    expect(weak.map(([path]) => path)).toEqual([]);
  });

  it('packages are fetched by https only', () => {
    const addresses = packages.flatMap(([, { resolved }]) => resolved ?? []);
    expect(addresses.filter((address) => !address.startsWith('https://'))).toEqual([]);
  });

  it('only workspaces are links', () => {
    const links = locked.filter(([, { link }]) => link).map(([, { resolved }]) => resolved);
    expect(links).toEqual(WORKSPACES);
  });

  it('every package has a listed licence', () => {
    const unlisted = packages.filter(([, { license = 'none' }]) => !isListed(license));
    expect(unlisted.map(([path, { license }]) => `${path}: ${license}`)).toEqual([]);
  });

  it('no unlisted install script runs', () => {
    const scripts = packages.filter(([, { hasInstallScript }]) => hasInstallScript);
    const names = scripts.map(([path]) => path.slice(path.lastIndexOf('node_modules/') + 13));
    expect(names.filter((name) => !(name in INSTALL_SCRIPTS))).toEqual([]);
  });

  it('dependencies are exact versions', () => {
    expect(dependencies.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  });

  it('all workspaces depend on the same version of a package', () => {
    const versions = new Map(dependencies);
    expect(dependencies.filter(([name, version]) => versions.get(name) !== version)).toEqual([]);
  });

  it('no dependency is younger than a week', () => {
    const settings = readFileSync(join(ROOT, '.npmrc'), 'utf8').split('\n');
    expect(settings).toContain('min-release-age=7');
    expect(settings).toContain('save-exact=true');
  });

  it('an SBOM can be produced', () => {
    const sbom = JSON.parse(npm('sbom', '--package-lock-only', '--sbom-format=cyclonedx').stdout);
    expect(sbom.bomFormat).toBe('CycloneDX');
    expect(sbom.components.length).toBeGreaterThan(100);
  });

  it('no known high-severity vulnerability exists, where that can be asked', (context) => {
    const audit = npm(
      'audit',
      '--json',
      '--package-lock-only',
      '--fetch-retries=0',
      '--fetch-timeout=10000',
    );
    const report = parse(audit.stdout);
    const found = report?.metadata?.vulnerabilities;
    if (found === undefined) {
      const notRun = `npm audit: not run (${report?.message ?? 'no answer'})`;
      console.log(notRun);
      context.skip(notRun);
    }
    expect({ high: found.high, critical: found.critical }).toEqual({ high: 0, critical: 0 });
  });
});

/** For a choice, one listed licence is enough; for a combination, all must be listed. */
function isListed(license: string): boolean {
  const terms = license.replace(/[()]/g, '');
  if (terms.includes(' AND ')) return terms.split(' AND ').every(isListed);
  return terms.split(' OR ').some((term) => LICENCES.includes(term));
}

function npm(...parameters: string[]) {
  return spawnSync('npm', parameters, { cwd: ROOT, encoding: 'utf8', maxBuffer: 64_000_000 });
}

function parse(text: string) {
  const begin = text.indexOf('{');
  return begin < 0 ? undefined : JSON.parse(text.slice(begin));
}

function readJson(file: string) {
  return JSON.parse(readFileSync(join(ROOT, file), 'utf8'));
}
