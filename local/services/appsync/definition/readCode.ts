import type { Resource } from '../../../lib/resource.ts';
import { refuse } from './refuse.ts';

export type ReadAsset = (bucket: string, key: string) => Promise<string>;

/** The code of a resolver or function, and the name used when reporting its faults. */
export async function readCode(
  resource: Resource,
  name: string,
  readAsset: ReadAsset,
): Promise<[code: string, file: string]> {
  const { Code, CodeS3Location, Runtime } = resource.properties;
  const runtime = (Runtime as { Name?: string } | undefined)?.Name;
  if (runtime !== 'APPSYNC_JS') refuse(resource, `the runtime ${runtime ?? 'VTL'}`);
  if (typeof Code === 'string') return [Code, `${name} (inline)`];
  if (typeof CodeS3Location !== 'string') {
    throw new Error(`${resource.logicalId}: has neither Code nor CodeS3Location`);
  }
  const [bucket, key] = splitLocation(CodeS3Location);
  return [await readAsset(bucket, key), `${name} (${key})`];
}

/** The bucket and key of `s3://bucket/key`. */
export function splitLocation(location: string): [string, string] {
  const match = /^s3:\/\/([^/]+)\/(.+)$/.exec(location);
  if (!match) throw new Error(`expected s3://bucket/key, got ${location}`);
  return [match[1] as string, match[2] as string];
}
