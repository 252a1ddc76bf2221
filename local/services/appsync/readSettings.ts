import { refuseUnknownProperties } from '../../refuse.ts';
import type { Json, Resource } from '../../resource.ts';
import type { Mode } from './modes.ts';
import { refuse } from './refuse.ts';

export interface OidcSettings {
  issuer: string;
  /** A regular expression for the client a token was made for; null accepts any. */
  clientId: string | null;
  /** For how many milliseconds after it was issued, and after the sign-in, a token counts; 0 = no bound. */
  iatTtl: number;
  authTtl: number;
}

export interface ApiKey {
  key: string;
  /** Epoch seconds. */
  expires: number;
}

/** The settings of an API besides schema and resolvers. */
export interface ApiSettings {
  defaultMode: Mode;
  modes: Set<Mode>;
  oidc: OidcSettings[];
  apiKeys: ApiKey[];
  environment: Record<string, string>;
  /** 0 = no bound. */
  queryDepthLimit: number;
  resolverCountLimit: number;
  introspection: boolean;
}

const HONOURED = [
  'AdditionalAuthenticationProviders',
  'AuthenticationType',
  'EnvironmentVariables',
  'IntrospectionConfig',
  'OpenIDConnectConfig',
  'QueryDepthLimit',
  'ResolverCountLimit',
];
const HARMLESS = [
  'EnhancedMetricsConfig',
  'LogConfig',
  'Name',
  'OwnerContact',
  'Tags',
  'XrayEnabled',
];
const MAX_RESOLVERS = 10_000;
const DAY_SECONDS = 86_400;

/** Reads `AWS::AppSync::GraphQLApi` and the keys of the API. */
export function readSettings(api: Resource, keys: Resource[]): ApiSettings {
  const { ApiType = 'GRAPHQL', Visibility = 'GLOBAL', ...rest } = api.properties;
  if (ApiType !== 'GRAPHQL') refuse(api, `ApiType ${ApiType}`);
  if (Visibility !== 'GLOBAL') refuse(api, `Visibility ${Visibility}`);
  const resource = { ...api, properties: rest };
  refuseUnknownProperties(resource, HONOURED, HARMLESS);
  const providers = [
    rest,
    ...((rest.AdditionalAuthenticationProviders ?? []) as Json[]),
  ] as Provider[];
  const modes = providers.map((provider) => readMode(resource, provider));
  return {
    defaultMode: modes[0] as Mode,
    modes: new Set(modes),
    oidc: providers.flatMap(readOidc),
    apiKeys: keys.map(readKey),
    environment: (rest.EnvironmentVariables ?? {}) as Record<string, string>,
    queryDepthLimit: Number(rest.QueryDepthLimit ?? 0),
    resolverCountLimit: Number(rest.ResolverCountLimit ?? 0) || MAX_RESOLVERS,
    introspection: rest.IntrospectionConfig !== 'DISABLED',
  };
}

type Provider = { AuthenticationType: string; OpenIDConnectConfig?: Record<string, Json> };

function readMode(api: Resource, { AuthenticationType: type }: Provider): Mode {
  if (type === 'API_KEY' || type === 'AWS_IAM' || type === 'OPENID_CONNECT') return type;
  return refuse(api, `the authentication type ${type}`);
}

function readOidc({ AuthenticationType, OpenIDConnectConfig: config }: Provider): OidcSettings[] {
  if (AuthenticationType !== 'OPENID_CONNECT') return [];
  if (typeof config?.Issuer !== 'string') throw new Error('OpenIDConnectConfig.Issuer is missing');
  return [
    {
      issuer: config.Issuer,
      clientId: typeof config.ClientId === 'string' ? config.ClientId : null,
      iatTtl: Number(config.IatTTL ?? 0),
      authTtl: Number(config.AuthTTL ?? 0),
    },
  ];
}

/** `Ref` of a key is its ARN, which ends in the key; without a date it lives seven days. */
function readKey(resource: Resource): ApiKey {
  refuseUnknownProperties(resource, ['ApiKeyId', 'Expires'], ['ApiId', 'Description']);
  const { ApiKeyId, Expires } = resource.properties;
  const key = typeof ApiKeyId === 'string' ? ApiKeyId : (resource.ref.split('/').at(-1) as string);
  return { key, expires: Number(Expires ?? Math.floor(Date.now() / 1000) + 7 * DAY_SECONDS) };
}
