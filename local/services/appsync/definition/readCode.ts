import type { Resource } from '../../../lib/resource.ts';
import { type ReadAsset, splitLocation } from './api.ts';
import { refuse } from './refuse.ts';

/** The code of a resolver or function, and the name under which faults in it are reported. */
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
