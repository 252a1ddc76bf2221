import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Template } from '../../services/cloudformation/readAssembly.ts';
import { openSecretStore } from '../../services/secretsmanager/secretStore.ts';
import { type ResolvedTemplate, readTemplate } from '../../stack/template.ts';

/** Files of one asset, by name. */
export type AssetFiles = { [name: string]: string };

/** A directory that is removed after the test. */
export interface TestDirectory {
  path: string;
  remove(): void;
}

export function makeDirectory(): TestDirectory {
  const path = mkdtempSync(join(tmpdir(), 'local-test-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** Writes a cloud assembly: stacks in dependency order, and assets named by their hash. */
export function writeAssembly(
  directory: string,
  stacks: { [name: string]: Template },
  assets: { [hash: string]: AssetFiles } = {},
): string {
  const artifacts: { [id: string]: object } = {};
  let previous: string[] = ['assets'];
  mkdirSync(directory, { recursive: true });
  for (const [name, template] of Object.entries(stacks)) {
    writeFileSync(join(directory, `${name}.template.json`), JSON.stringify(template));
    artifacts[name] = {
      type: 'aws:cloudformation:stack',
      dependencies: previous,
      properties: { templateFile: `${name}.template.json` },
    };
    previous = [name];
  }
  const files: { [hash: string]: object } = {};
  for (const [hash, content] of Object.entries(assets)) {
    mkdirSync(join(directory, `asset.${hash}`));
    for (const [name, text] of Object.entries(content)) {
      mkdirSync(join(directory, `asset.${hash}`, name, '..'), { recursive: true });
      writeFileSync(join(directory, `asset.${hash}`, name), text);
    }
    files[hash] = {
      source: { path: `asset.${hash}`, packaging: 'zip' },
      destinations: { here: { objectKey: `${hash}.zip` } },
    };
  }
  const dockerImages = Object.fromEntries(
    Object.keys(assets).map((hash) => [
      hash,
      { source: { directory: `asset.${hash}` }, destinations: { here: { imageTag: hash } } },
    ]),
  );
  writeFileSync(join(directory, 'all.assets.json'), JSON.stringify({ files, dockerImages }));
  artifacts.assets = { type: 'cdk:asset-manifest', properties: { file: 'all.assets.json' } };
  writeFileSync(join(directory, 'manifest.json'), JSON.stringify({ artifacts }));
  return directory;
}

export const addresses = {
  web: 'http://127.0.0.1:8000',
  graphql: 'http://127.0.0.1:8001/graphql',
  realtime: 'ws://127.0.0.1:8001/graphql/realtime',
};

/** Resolves stacks that are written to a temporary directory. */
export function resolveTemplates(
  directory: string,
  stacks: { [name: string]: Template },
  parameters: { [name: string]: string } = {},
  assets: { [hash: string]: AssetFiles } = {},
): ResolvedTemplate {
  const assembly = writeAssembly(join(directory, 'cdk.out'), stacks, assets);
  return readTemplate(
    assembly,
    { parameters, addresses },
    openSecretStore(join(directory, 'secrets.json')),
  );
}
