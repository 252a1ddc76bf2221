import { NotEmulated, refuseUnknownMembers, refuseUnknownProperties } from '../../lib/refuse.ts';
import type { Json, Resource } from '../../lib/resource.ts';

/** Which of the viewer's headers, cookies or query strings are forwarded to the origin. */
export type Selection = { all: boolean; names: readonly string[] };

/** What a behaviour's cache and origin request policies forward. */
export interface Forwarding {
  headers: Selection;
  cookies: Selection;
  query: Selection;
  /** Headers that CloudFront itself adds, such as `cloudfront-viewer-address`. */
  viewerHeaders: boolean;
}

export interface CachePolicy {
  forwards: Forwarding;
  /** If false, CloudFront compresses nothing. */
  compresses: boolean;
}

const none: Selection = { all: false, names: [] };
const all: Selection = { all: true, names: [] };
const nothing: Forwarding = { headers: none, cookies: none, query: none, viewerHeaders: false };
const allExceptHost: Selection = { all: true, names: ['host'] };

// "Use managed cache policies" and "Use managed origin request policies", CloudFront developer guide.
const managedCachePolicies: { [id: string]: CachePolicy } = {
  '658327ea-f89d-4fab-a63d-7e88639e58f6': { forwards: nothing, compresses: true }, // CachingOptimized
  'b2884449-e4de-46a7-ac36-70bc7f1ddd6d': { forwards: nothing, compresses: false }, // …ForUncompressedObjects
  '4135ea2d-6df8-44a3-9df3-4b5a84be39ad': { forwards: nothing, compresses: false }, // CachingDisabled
};

const managedOriginRequestPolicies: { [id: string]: Forwarding } = {
  '216adef6-5c7f-47e4-b989-5492eafa07d3': {
    headers: all,
    cookies: all,
    query: all,
    viewerHeaders: false,
  }, // AllViewer
  'b689b0a8-53d0-40ab-baf2-68738e2966ac': {
    headers: allExceptHost,
    cookies: all,
    query: all,
    viewerHeaders: false,
  }, // AllViewerExceptHostHeader
  '33f36d7e-f396-46d9-90e0-52428a34d9dc': {
    headers: all,
    cookies: all,
    query: all,
    viewerHeaders: true,
  }, // AllViewerAndCloudFrontHeaders-2022-06
};

/** Returns the policy for a `CachePolicyId`: AWS's own or the template's. */
export function findCachePolicy(id: Json | undefined, resources: Resource[]): CachePolicy {
  const managed = managedCachePolicies[String(id)];
  if (managed !== undefined) return managed;
  const resource = find(id, 'AWS::CloudFront::CachePolicy', resources);
  const config = resource.properties.CachePolicyConfig as { [name: string]: Json };
  const parameters = (config.ParametersInCacheKeyAndForwardedToOrigin ?? {}) as {
    [name: string]: Json;
  };
  return {
    forwards: readForwarding(parameters),
    compresses:
      parameters.EnableAcceptEncodingGzip === true ||
      parameters.EnableAcceptEncodingBrotli === true,
  };
}

/**
 * Returns the policy for an `OriginRequestPolicyId`; without an id, the cache policy alone decides.
 */
export function findOriginRequestPolicy(id: Json | undefined, resources: Resource[]): Forwarding {
  if (id === undefined) return nothing;
  const managed = managedOriginRequestPolicies[String(id)];
  if (managed !== undefined) return managed;
  const resource = find(id, 'AWS::CloudFront::OriginRequestPolicy', resources);
  return readForwarding(resource.properties.OriginRequestPolicyConfig as { [name: string]: Json });
}

/** Whether any of the selections lets a name through. */
export function passes(name: string, ...selections: Selection[]): boolean {
  return selections.some((selection) => selection.all !== selection.names.includes(name));
}

function readForwarding(config: { [name: string]: Json }): Forwarding {
  const headers = read(config.HeadersConfig, 'Header');
  const added = headers.names.filter((name) => name.startsWith('cloudfront-'));
  if (added.some((name) => name !== 'cloudfront-viewer-address')) {
    throw new NotEmulated(`CloudFront's header ${added.join(', ')} is not emulated`);
  }
  return {
    headers,
    cookies: read(config.CookiesConfig, 'Cookie'),
    query: read(config.QueryStringsConfig, 'QueryString'),
    viewerHeaders: added.length > 0,
  };
}

function read(config: Json | undefined, kind: string): Selection {
  const { [`${kind}Behavior`]: behavior = 'none', [`${kind}s`]: listed = [] } = (config ?? {}) as {
    [name: string]: Json;
  };
  const names = (listed as string[]).map((name) => (kind === 'Header' ? name.toLowerCase() : name));
  if (behavior === 'none') return none;
  if (behavior === 'whitelist') return { all: false, names };
  if (behavior === 'all' || behavior === 'allViewer') return all;
  if (behavior === 'allExcept') return { all: true, names };
  throw new NotEmulated(`CloudFront: ${kind}Behavior ${behavior} is not emulated`);
}

function find(id: Json | undefined, type: string, resources: Resource[]): Resource {
  const resource = resources.find((candidate) => candidate.type === type && candidate.ref === id);
  if (resource === undefined) throw new NotEmulated(`The policy ${id} (${type}) is not emulated`);
  refuseUnknownProperties(resource, ['CachePolicyConfig', 'OriginRequestPolicyConfig'], []);
  const { CachePolicyConfig: cache, OriginRequestPolicyConfig: origin } = resource.properties;
  refuseUnknownMembers(resource, 'CachePolicyConfig', cache ?? {}, [
    ...['Name', 'Comment', 'DefaultTTL', 'MaxTTL', 'MinTTL'],
    'ParametersInCacheKeyAndForwardedToOrigin',
  ]);
  const selections = ['HeadersConfig', 'CookiesConfig', 'QueryStringsConfig'];
  refuseUnknownMembers(resource, 'OriginRequestPolicyConfig', origin ?? {}, [
    ...['Name', 'Comment'],
    ...selections,
  ]);
  const inner = 'ParametersInCacheKeyAndForwardedToOrigin';
  const parameters = ((cache ?? {}) as { [name: string]: Json })[inner] ?? {};
  refuseUnknownMembers(resource, `CachePolicyConfig.${inner}`, parameters, [
    ...['EnableAcceptEncodingGzip', 'EnableAcceptEncodingBrotli'],
    ...selections,
  ]);
  return resource;
}
