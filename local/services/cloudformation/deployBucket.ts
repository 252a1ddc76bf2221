import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import {
  DeleteObjectsCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  type S3Client,
} from '@aws-sdk/client-s3';
import { NotEmulated, nameOf, refuseUnknownProperties } from '../../lib/refuse.ts';
import type { Json, Resource } from '../../lib/resource.ts';
import { contentTypeOf } from './contentTypeOf.ts';
import { type MarkerSettings, replaceMarkers } from './replaceMarkers.ts';

const honoured = [
  'SourceBucketNames',
  'SourceObjectKeys',
  'SourceMarkers',
  'SourceMarkersConfig',
  'DestinationBucketName',
  'DestinationBucketKeyPrefix',
  'Prune',
  'Exclude',
  'Include',
  'SystemMetadata',
  'UserMetadata',
];

// Nothing is cached locally, so nothing is invalidated; retention settings matter only on deletion.
const harmless = [
  'ServiceToken',
  'DistributionId',
  'DistributionPaths',
  'WaitForDistributionInvalidation',
  'RetainOnDelete',
  'OutputObjectKeys',
  'DestinationBucketArn',
];

/**
 * `Custom::CDKBucketDeployment`: replaces the markers in the assets, then does what `aws s3 sync`
 * does.
 */
export async function deployBucket(
  resource: Resource,
  assetPath: (objectKey: string) => string,
  s3: S3Client,
): Promise<void> {
  refuseUnknownProperties(resource, honoured, harmless);
  const { properties } = resource;
  const bucket = String(properties.DestinationBucketName);
  const prefix = String(properties.DestinationBucketKeyPrefix ?? '').replace(/^\/|\/$/g, '');
  const isChosen = chooser(texts(properties.Exclude), texts(properties.Include));
  const files = new Map<string, Buffer>();
  texts(properties.SourceObjectKeys).forEach((key, index) => {
    const markers = at(properties.SourceMarkers, index) as { [marker: string]: Json };
    const settings = at(properties.SourceMarkersConfig, index) as MarkerSettings;
    for (const [name, content] of readTree(assetPath(key))) {
      files.set(name, replaceMarkers(content, markers, settings));
    }
  });
  const metadata = metadataOf(resource);
  const kept = new Set<string>();
  for (const [name, content] of files) {
    const key = prefix === '' ? name : `${prefix}/${name}`;
    kept.add(key);
    if (!isChosen(name)) continue;
    await s3.send(
      new PutObjectCommand({
        Bucket: bucket,
        Key: key,
        Body: content,
        ContentType: contentTypeOf(name),
        ...metadata,
      }),
    );
  }
  if (String(properties.Prune ?? true) === 'true') await prune(s3, bucket, prefix, kept, isChosen);
}

/** Removes objects that the sources lack, except those that the filters exclude. */
async function prune(
  s3: S3Client,
  bucket: string,
  prefix: string,
  kept: Set<string>,
  isChosen: (name: string) => boolean,
): Promise<void> {
  const under = prefix === '' ? '' : `${prefix}/`;
  const surplus: string[] = [];
  let token: string | undefined;
  do {
    const page = await s3.send(
      new ListObjectsV2Command({
        Bucket: bucket,
        Prefix: under,
        ...(token === undefined ? {} : { ContinuationToken: token }),
      }),
    );
    for (const { Key: key } of page.Contents ?? []) {
      if (key !== undefined && !kept.has(key) && isChosen(key.slice(under.length)))
        surplus.push(key);
    }
    token = page.NextContinuationToken;
  } while (token !== undefined);
  for (let from = 0; from < surplus.length; from += 1000) {
    const Objects = surplus.slice(from, from + 1000).map((Key) => ({ Key }));
    await s3.send(new DeleteObjectsCommand({ Bucket: bucket, Delete: { Objects, Quiet: true } }));
  }
}

function metadataOf(resource: Resource) {
  const { SystemMetadata, UserMetadata } = resource.properties;
  const members: { [name: string]: string } = {
    'cache-control': 'CacheControl',
    'content-disposition': 'ContentDisposition',
    'content-encoding': 'ContentEncoding',
    'content-language': 'ContentLanguage',
    'content-type': 'ContentType',
  };
  const metadata: { [member: string]: string | object } = {};
  for (const [name, value] of Object.entries((SystemMetadata ?? {}) as object)) {
    const member = members[name];
    if (member === undefined)
      throw new NotEmulated(`${nameOf(resource)}: metadata ${name} is not emulated`);
    metadata[member] = String(value);
  }
  if (UserMetadata !== undefined) metadata.Metadata = UserMetadata as object;
  return metadata;
}

/**
 * Filters like `aws s3 sync`: all files are included, and each later matching pattern overrides.
 * Excludes come first.
 */
function chooser(exclude: string[], include: string[]): (name: string) => boolean {
  const rules = [
    ...exclude.map((pattern) => ({ pattern: toPattern(pattern), chosen: false })),
    ...include.map((pattern) => ({ pattern: toPattern(pattern), chosen: true })),
  ];
  return (name) => rules.findLast(({ pattern }) => pattern.test(name))?.chosen ?? true;
}

function toPattern(glob: string): RegExp {
  const source = glob
    .replace(/[.+^${}()|\\]/g, '\\$&')
    .replace(/\*/g, '.*')
    .replace(/\?/g, '.');
  return new RegExp(`^${source.replace(/\[!/g, '[^')}$`, 's');
}

function readTree(directory: string): [string, Buffer][] {
  if (!statSync(directory).isDirectory()) {
    throw new NotEmulated(`${directory}: a source that is not a directory is not emulated`);
  }
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => [relative(directory, file).split(sep).join('/'), readFileSync(file)]);
}

function texts(value: Json | undefined): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

function at(list: Json | undefined, index: number): Json {
  return (Array.isArray(list) ? list[index] : undefined) ?? {};
}
