import {
  NotEmulated,
  nameOf,
  refuseUnknownMembers,
  refuseUnknownProperties,
} from '../../lib/refuse.ts';
import type { Json, Resource } from '../../lib/resource.ts';
import { type EdgeFunction, loadEdgeFunction } from './edgeFunction.ts';
import {
  type CachePolicy,
  type Forwarding,
  findCachePolicy,
  findOriginRequestPolicy,
} from './policies.ts';
import { findHeadersPolicy, type HeadersPolicy } from './responseHeaders.ts';

export interface Origin {
  domainName: string;
  path: string;
  customHeaders: { [name: string]: string };
}

export interface Behaviour {
  matches(path: string): boolean;
  origin: Origin;
  methods: readonly string[];
  cachePolicy: CachePolicy;
  originRequest: Forwarding;
  responseHeaders: HeadersPolicy;
  compress: boolean;
  onRequest: EdgeFunction | undefined;
  onResponse: EdgeFunction | undefined;
}

export interface ErrorPage {
  status: number;
  path: string | undefined;
}

export interface Distribution {
  id: string;
  /** Tried in this order; the last one matches everything. */
  behaviours: Behaviour[];
  rootObject: string;
  errorPages: Map<number, ErrorPage>;
}

type Config = { [name: string]: Json };

// Settings of the real network: names, certificates, protocols, prices, logs.
const harmlessOfConfig = [
  'Aliases',
  'Comment',
  'HttpVersion',
  'IPV6Enabled',
  'Logging',
  'PriceClass',
  'ViewerCertificate',
];
const harmlessOfBehaviour = ['CachedMethods', 'ViewerProtocolPolicy'];
const harmlessOfOrigin = [
  'ConnectionAttempts',
  'ConnectionTimeout',
  'CustomOriginConfig',
  'OriginAccessControlId',
  'OriginShield',
  'ResponseCompletionTimeout',
  'S3OriginConfig',
];

/**
 * Reads the one `AWS::CloudFront::Distribution` among the resources; returns undefined if there is
 * none.
 */
export function readDistribution(resources: Resource[]): Distribution | undefined {
  const [resource, ...more] = resources.filter(
    ({ type }) => type === 'AWS::CloudFront::Distribution',
  );
  if (resource === undefined) return undefined;
  if (more.length > 0)
    throw new NotEmulated(`${more.length + 1} distributions are not emulated, only one`);
  refuseUnknownProperties(resource, ['DistributionConfig'], ['Tags']);
  const config = resource.properties.DistributionConfig as Config;
  const part = (properties: Config) => ({ ...resource, properties });
  refuseUnknownProperties(
    part(config),
    [
      'CacheBehaviors',
      'CustomErrorResponses',
      'DefaultCacheBehavior',
      'DefaultRootObject',
      'Enabled',
      'Origins',
    ],
    harmlessOfConfig,
  );
  if (config.Enabled === false) {
    throw new NotEmulated(`${nameOf(resource)}: property Enabled false is not emulated`);
  }
  refuseUnknownMembers(resource, 'CustomErrorResponses', config.CustomErrorResponses ?? [], [
    ...['ErrorCode', 'ResponseCode', 'ResponsePagePath'],
    'ErrorCachingMinTTL', // nothing is cached
  ]);
  const origins = new Map(
    list(config.Origins).map((origin) => [origin.Id, readOrigin(part(origin))]),
  );
  const behaviours = [...list(config.CacheBehaviors), config.DefaultCacheBehavior as Config];
  return {
    id: resource.ref,
    behaviours: behaviours.map((behaviour) => readBehaviour(part(behaviour), origins, resources)),
    rootObject: String(config.DefaultRootObject ?? ''),
    errorPages: new Map(
      list(config.CustomErrorResponses).map(({ ErrorCode, ResponseCode, ResponsePagePath }) => [
        Number(ErrorCode),
        {
          status: Number(ResponseCode ?? ErrorCode),
          path: ResponsePagePath === undefined ? undefined : String(ResponsePagePath),
        },
      ]),
    ),
  };
}

function readOrigin(part: Resource): Origin {
  refuseUnknownProperties(
    part,
    ['DomainName', 'Id', 'OriginCustomHeaders', 'OriginPath'],
    harmlessOfOrigin,
  );
  const { DomainName, OriginCustomHeaders, OriginPath } = part.properties;
  refuseUnknownMembers(part, 'OriginCustomHeaders', OriginCustomHeaders ?? [], [
    ...['HeaderName', 'HeaderValue'],
  ]);
  return {
    domainName: String(DomainName),
    path: String(OriginPath ?? ''),
    customHeaders: Object.fromEntries(
      list(OriginCustomHeaders).map(({ HeaderName, HeaderValue }) => [
        String(HeaderName).toLowerCase(),
        String(HeaderValue),
      ]),
    ),
  };
}

function readBehaviour(
  part: Resource,
  origins: Map<Json | undefined, Origin>,
  resources: Resource[],
): Behaviour {
  const { properties } = part;
  refuseUnknownProperties(
    part,
    [
      'AllowedMethods',
      'CachePolicyId',
      'Compress',
      'FunctionAssociations',
      'OriginRequestPolicyId',
      'PathPattern',
      'ResponseHeadersPolicyId',
      'TargetOriginId',
    ],
    harmlessOfBehaviour,
  );
  refuseUnknownMembers(part, 'FunctionAssociations', properties.FunctionAssociations ?? [], [
    ...['EventType', 'FunctionARN'],
  ]);
  const origin = origins.get(properties.TargetOriginId);
  if (origin === undefined)
    throw new Error(`${nameOf(part)}: there is no origin ${properties.TargetOriginId}`);
  const pattern =
    properties.PathPattern === undefined ? undefined : toPattern(String(properties.PathPattern));
  const at = (event: string) => findFunction(part, event, resources);
  return {
    matches: (path) => pattern === undefined || pattern.test(path),
    origin,
    methods: (properties.AllowedMethods ?? ['GET', 'HEAD']) as string[],
    cachePolicy: findCachePolicy(properties.CachePolicyId, resources),
    originRequest: findOriginRequestPolicy(properties.OriginRequestPolicyId, resources),
    responseHeaders: findHeadersPolicy(properties.ResponseHeadersPolicyId, resources),
    compress: properties.Compress === true,
    onRequest: at('viewer-request'),
    onResponse: at('viewer-response'),
  };
}

function findFunction(
  part: Resource,
  event: string,
  resources: Resource[],
): EdgeFunction | undefined {
  const association = list(part.properties.FunctionAssociations).find(
    ({ EventType }) => EventType === event,
  );
  if (association === undefined) return undefined;
  const resource = resources.find(
    ({ type, ref }) => type === 'AWS::CloudFront::Function' && ref === association.FunctionARN,
  );
  if (resource === undefined)
    throw new Error(`${nameOf(part)}: there is no function ${association.FunctionARN}`);
  return loadEdgeFunction(resource);
}

/** `*` matches any characters, `?` exactly one; a pattern may omit the leading slash. */
function toPattern(glob: string): RegExp {
  const source = glob
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replace(/\*/g, '.*')
    .replace(/\?/g, '.');
  return new RegExp(`^/?${source.replace(/^\//, '')}$`, 's');
}

function list(value: Json | undefined): Config[] {
  return (value ?? []) as Config[];
}
