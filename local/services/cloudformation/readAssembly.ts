import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Json } from '../../lib/resource.ts';
import type { Parameter } from './readParameter.ts';

/** One resource as written in the template, with its intrinsic functions. */
export interface TemplateResource {
  Type: string;
  Properties?: { [name: string]: Json };
  DependsOn?: string | string[];
  Condition?: string;
}

export interface Template {
  Parameters?: { [name: string]: Parameter };
  Rules?: { [name: string]: Json };
  Mappings?: { [name: string]: { [key: string]: { [key: string]: Json } } };
  Conditions?: { [name: string]: Json };
  Resources?: { [logicalId: string]: TemplateResource };
  Outputs?: { [name: string]: { Value: Json; Export?: { Name: Json }; Condition?: string } };
}

export interface StackTemplate {
  name: string;
  template: Template;
}

/** A synthesized cloud assembly: its assets and its stacks, each after those it depends on. */
export interface Assembly {
  stacks: StackTemplate[];
  /** The file or directory behind an S3 object key of an asset, such as `<hash>.zip`. */
  assetPath(objectKey: string): string;
  /** The docker build directory behind an image tag. */
  imagePath(tag: string): { directory: string; dockerFile: string };
}

interface Manifest {
  artifacts?: {
    [id: string]: {
      type: string;
      dependencies?: string[];
      properties?: {
        templateFile?: string;
        stackName?: string;
        file?: string;
        directoryName?: string;
      };
    };
  };
}

interface AssetManifest {
  files?: {
    [id: string]: {
      source: { path?: string };
      destinations: { [id: string]: { objectKey: string } };
    };
  };
  dockerImages?: {
    [id: string]: {
      source: { directory?: string; dockerFile?: string };
      destinations: { [id: string]: { imageTag: string } };
    };
  };
}

/** Reads `directory` (a `cdk.out`), including nested assemblies of stages. */
export function readAssembly(directory: string): Assembly {
  const stacks: StackTemplate[] = [];
  const files = new Map<string, string>();
  const images = new Map<string, { directory: string; dockerFile: string }>();
  readInto(directory);
  return {
    stacks,
    assetPath: (key) => find(files, key, 'file asset'),
    imagePath: (tag) => find(images, tag, 'container image asset'),
  };

  function readInto(path: string): void {
    const manifestFile = join(path, 'manifest.json');
    if (!existsSync(manifestFile)) {
      throw new Error(
        `${path} is no cloud assembly: it holds no manifest.json. Synthesize it first.`,
      );
    }
    const artifacts = (readJson(manifestFile) as Manifest).artifacts ?? {};
    const read = new Set<string>();
    for (const id of Object.keys(artifacts)) readArtifact(id);

    function readArtifact(id: string): void {
      if (read.has(id)) return;
      read.add(id);
      const artifact = artifacts[id];
      if (artifact === undefined) throw new Error(`${manifestFile} names no artifact ${id}`);
      for (const dependency of artifact.dependencies ?? []) readArtifact(dependency);
      const properties = artifact.properties ?? {};
      if (artifact.type === 'aws:cloudformation:stack' && properties.templateFile !== undefined) {
        const template = readJson(join(path, properties.templateFile)) as Template;
        stacks.push({ name: properties.stackName ?? id, template });
      } else if (artifact.type === 'cdk:asset-manifest' && properties.file !== undefined) {
        readAssets(path, readJson(join(path, properties.file)) as AssetManifest);
      } else if (artifact.type === 'cdk:cloud-assembly' && properties.directoryName !== undefined) {
        readInto(join(path, properties.directoryName));
      }
    }
  }

  function readAssets(path: string, manifest: AssetManifest): void {
    for (const { source, destinations } of Object.values(manifest.files ?? {})) {
      for (const { objectKey } of Object.values(destinations)) {
        if (source.path !== undefined) files.set(objectKey, join(path, source.path));
      }
    }
    for (const { source, destinations } of Object.values(manifest.dockerImages ?? {})) {
      for (const { imageTag } of Object.values(destinations)) {
        if (source.directory === undefined) continue;
        const dockerFile = source.dockerFile ?? 'Dockerfile';
        images.set(imageTag, { directory: join(path, source.directory), dockerFile });
      }
    }
  }
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'));
}

function find<T>(assets: Map<string, T>, key: string, kind: string): T {
  const asset = assets.get(key);
  if (asset === undefined) throw new Error(`The cloud assembly has no ${kind} ${key}`);
  return asset;
}
