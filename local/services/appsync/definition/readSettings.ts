import { refuseUnknownProperties } from '../../../lib/refuse.ts';
import type { Json, Resource } from '../../../lib/resource.ts';
import type { Mode } from './modes.ts';
import { refuse } from './refuse.ts';

export interface OidcSettings {
  issuer: string;
  /** The pattern for the token's client; null accepts any. */
  clientId: RegExp | null;
  /** How many milliseconds after issue and after sign-in a token is valid; 0 = unlimited. */
  iatTtl: number;
  authTtl: number;
}

export interface LambdaAuthorizerSettings {
  functionArn: string;
  /** How long an answer is cached if the function sets no time; 0 = not at all. */
  ttlSeconds: number;
  /** The pattern that a token must match before the function is called; null accepts any. */
  tokenPattern: RegExp | null;
}

export interface ApiKey {
  key: string;
  /** Epoch seconds. */
  expires: number;
}

/** The settings of an API except schema and resolvers. */
export interface ApiSettings {
  /** The last part of the API's ARN. */
  apiId: string;
  defaultMode: Mode;
  modes: Set<Mode>;
  oidc: OidcSettings[];
  /** An API has at most one. */
  lambdaAuthorizer: LambdaAuthorizerSettings | null;
  apiKeys: ApiKey[];
  environment: Record<string, string>;
  /** 0 = unlimited. */
  queryDepthLimit: number;
  resolverCountLimit: number;
  introspection: boolean;
}

const HONOURED = [
  'AdditionalAuthenticationProviders',
  'AuthenticationType',
  'EnvironmentVariables',
  'IntrospectionConfig',
  'LambdaAuthorizerConfig',
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
/** "AWS AppSync endpoints and quotas". */
const MAX_RESOLVERS = 10_000;
const MAX_DEPTH = 75;
const MAX_TTL_SECONDS = 3_600;
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
  ] as unknown as Provider[]; // CloudFormation has checked their shape
  const modes = providers.map((provider) => readMode(resource, provider));
  const authorizers = providers.flatMap(readAuthorizer);
  if (authorizers.length > 1) throw new Error('an API has at most one Lambda authorizer');
  return {
    apiId: api.ref.split('/').at(-1) as string,
    defaultMode: modes[0] as Mode,
    modes: new Set(modes),
    oidc: providers.flatMap(readOidc),
    lambdaAuthorizer: authorizers[0] ?? null,
    apiKeys: keys.map(readKey),
    environment: (rest.EnvironmentVariables ?? {}) as Record<string, string>,
    queryDepthLimit: readLimit('QueryDepthLimit', rest.QueryDepthLimit, MAX_DEPTH),
    resolverCountLimit:
      readLimit('ResolverCountLimit', rest.ResolverCountLimit, MAX_RESOLVERS) || MAX_RESOLVERS,
    introspection: rest.IntrospectionConfig !== 'DISABLED',
  };
}

interface Provider {
  AuthenticationType: string;
  LambdaAuthorizerConfig?: Record<string, Json>;
  OpenIDConnectConfig?: Record<string, Json>;
}

const MODES: readonly Mode[] = ['API_KEY', 'AWS_IAM', 'AWS_LAMBDA', 'OPENID_CONNECT'];

function readMode(api: Resource, { AuthenticationType: type }: Provider): Mode {
  return MODES.find((mode) => mode === type) ?? refuse(api, `the authentication type ${type}`);
}

/** A limit in an API's settings; 0 = none. */
function readLimit(name: string, given: Json | undefined, most: number): number {
  return readNumber(name, given ?? 0, most);
}

function readNumber(name: string, given: Json, most: number): number {
  const number = Number(given);
  if (Number.isInteger(number) && number >= 0 && number <= most) return number;
  throw new Error(`${name} is ${JSON.stringify(given)}, expected 0 to ${most}`);
}

/** A pattern that must match the entire text. */
function readPattern(name: string, given: Json | undefined): RegExp | null {
  if (typeof given !== 'string' || given === '') return null;
  try {
    return new RegExp(`^(?:${given})$`);
  } catch {
    throw new Error(`${name} is "${given}", which is not a regular expression`);
  }
}

function readAuthorizer(provider: Provider): LambdaAuthorizerSettings[] {
  const { AuthenticationType, LambdaAuthorizerConfig: config } = provider;
  if (AuthenticationType !== 'AWS_LAMBDA') return [];
  const { AuthorizerUri, AuthorizerResultTtlInSeconds, IdentityValidationExpression } =
    config ?? {};
  if (typeof AuthorizerUri !== 'string') {
    throw new Error('LambdaAuthorizerConfig.AuthorizerUri is missing');
  }
  return [
    {
      functionArn: AuthorizerUri,
      // AWS's documentation is inconsistent about the default: 0 in the API reference, 300
      // elsewhere.
      ttlSeconds: readNumber(
        'AuthorizerResultTtlInSeconds',
        AuthorizerResultTtlInSeconds ?? 0,
        MAX_TTL_SECONDS,
      ),
      tokenPattern: readPattern('IdentityValidationExpression', IdentityValidationExpression),
    },
  ];
}

function readOidc({ AuthenticationType, OpenIDConnectConfig: config }: Provider): OidcSettings[] {
  if (AuthenticationType !== 'OPENID_CONNECT') return [];
  if (typeof config?.Issuer !== 'string') throw new Error('OpenIDConnectConfig.Issuer is missing');
  return [
    {
      issuer: config.Issuer,
      clientId: readPattern('OpenIDConnectConfig.ClientId', config.ClientId),
      iatTtl: Number(config.IatTTL ?? 0),
      authTtl: Number(config.AuthTTL ?? 0),
    },
  ];
}

/** `Ref` of a key is its ARN, which ends in the key; the default lifetime is seven days. */
function readKey(resource: Resource): ApiKey {
  refuseUnknownProperties(resource, ['ApiKeyId', 'Expires'], ['ApiId', 'Description']);
  const { ApiKeyId, Expires } = resource.properties;
  const key = typeof ApiKeyId === 'string' ? ApiKeyId : (resource.ref.split('/').at(-1) as string);
  return { key, expires: Number(Expires ?? Math.floor(Date.now() / 1000) + 7 * DAY_SECONDS) };
}
