import { NotEmulated, nameOf, refuseUnknownMembers } from '../../lib/refuse.ts';
import type { Json, Resource } from '../../lib/resource.ts';

/**
 * One header set by a response headers policy; without `override`, only if the origin does not set
 * it.
 */
export interface AddedHeader {
  name: string;
  value: string;
  override: boolean;
}

export interface HeadersPolicy {
  added: AddedHeader[];
  /** Headers added for requests with an `Origin`. */
  addedForOrigin: AddedHeader[];
  removed: string[];
}

type Config = { [name: string]: Json };

const securityHeaders: { [member: string]: (config: Config) => [string, string] } = {
  ContentSecurityPolicy: (c) => ['content-security-policy', String(c.ContentSecurityPolicy)],
  ContentTypeOptions: () => ['x-content-type-options', 'nosniff'],
  FrameOptions: (c) => ['x-frame-options', String(c.FrameOption)],
  ReferrerPolicy: (c) => ['referrer-policy', String(c.ReferrerPolicy)],
  StrictTransportSecurity: (c) => [
    'strict-transport-security',
    [
      `max-age=${c.AccessControlMaxAgeSec}`,
      ...(c.IncludeSubdomains === true ? ['includeSubDomains'] : []),
      ...(c.Preload === true ? ['preload'] : []),
    ].join('; '),
  ],
  XSSProtection: (c) => [
    'x-xss-protection',
    `${c.Protection === true ? 1 : 0}${c.ModeBlock === true ? '; mode=block' : ''}`,
  ],
};

/** AWS's own SecurityHeadersPolicy. */
const managedSecurityHeaders = '67f7725c-6f97-4210-82d7-5512b31e9d03';

/** Returns the effect of the policy with this id; without an id, none. */
export function findHeadersPolicy(id: Json | undefined, resources: Resource[]): HeadersPolicy {
  if (id === undefined) return { added: [], addedForOrigin: [], removed: [] };
  if (id === managedSecurityHeaders) {
    return { added: managed, addedForOrigin: [], removed: [] };
  }
  const resource = resources.find(
    ({ type, ref }) => type === 'AWS::CloudFront::ResponseHeadersPolicy' && ref === id,
  );
  if (resource === undefined)
    throw new NotEmulated(`The response headers policy ${id} is not emulated`);
  const {
    SecurityHeadersConfig,
    CustomHeadersConfig,
    CorsConfig,
    RemoveHeadersConfig,
    Name,
    Comment,
    ...others
  } = resource.properties.ResponseHeadersPolicyConfig as Config;
  const [unknown] = Object.keys(others);
  if (unknown !== undefined)
    throw new NotEmulated(`${nameOf(resource)}: ${unknown} is not emulated`);
  for (const [path, value, known] of [
    ['CustomHeadersConfig', items(CustomHeadersConfig), ['Header', 'Value', 'Override']],
    ['RemoveHeadersConfig', items(RemoveHeadersConfig), ['Header']],
  ] as const) {
    refuseUnknownMembers(resource, `${path}.Items`, value, known);
  }
  return {
    added: [...readSecurity(resource, SecurityHeadersConfig), ...readCustom(CustomHeadersConfig)],
    addedForOrigin: readCors(resource, CorsConfig),
    removed: items(RemoveHeadersConfig).map(({ Header }) => String(Header).toLowerCase()),
  };
}

/**
 * Applies the policy to a response's headers, whose names are lower case. CloudFront adds CORS
 * headers "in responses to CORS requests", which are those with an `Origin`.
 */
export function applyHeadersPolicy(
  headers: { [name: string]: string },
  policy: HeadersPolicy,
  hasOrigin: boolean,
): void {
  for (const name of policy.removed) delete headers[name];
  for (const { name, value, override } of [
    ...policy.added,
    ...(hasOrigin ? policy.addedForOrigin : []),
  ]) {
    if (override || headers[name] === undefined) headers[name] = value;
  }
}

const managed: AddedHeader[] = [
  { name: 'referrer-policy', value: 'strict-origin-when-cross-origin', override: false },
  { name: 'strict-transport-security', value: 'max-age=31536000', override: false },
  { name: 'x-content-type-options', value: 'nosniff', override: true },
  { name: 'x-frame-options', value: 'SAMEORIGIN', override: false },
  { name: 'x-xss-protection', value: '1; mode=block', override: false },
];

function readSecurity(resource: Resource, config: Json | undefined): AddedHeader[] {
  return Object.entries((config ?? {}) as Config).map(([member, value]) => {
    const write = securityHeaders[member];
    if (write === undefined)
      throw new NotEmulated(`${nameOf(resource)}: ${member} is not emulated`);
    const settings = value as Config;
    const [name, text] = write(settings);
    return { name, value: text, override: settings.Override === true };
  });
}

/**
 * Reads CORS for all sites and without credentials, which is a single header. Preflight headers are
 * omitted because no behaviour here allows `OPTIONS`.
 */
function readCors(resource: Resource, config: Json | undefined): AddedHeader[] {
  if (config === undefined) return [];
  const { AccessControlAllowOrigins, AccessControlAllowCredentials, OriginOverride, ...others } =
    config as Config;
  const known = ['AccessControlAllowHeaders', 'AccessControlAllowMethods'];
  const unknown = Object.keys(others).find((member) => !known.includes(member));
  if (unknown !== undefined)
    throw new NotEmulated(`${nameOf(resource)}: CorsConfig.${unknown} is not emulated`);
  const [origin, ...more] = items(AccessControlAllowOrigins) as unknown as Json[];
  if (origin !== '*' || more.length > 0 || AccessControlAllowCredentials === true) {
    throw new NotEmulated(`${nameOf(resource)}: CORS is emulated for every site or for none`);
  }
  const override = OriginOverride === true;
  return [{ name: 'access-control-allow-origin', value: '*', override }];
}

function readCustom(config: Json | undefined): AddedHeader[] {
  return items(config).map(({ Header, Value, Override }) => ({
    name: String(Header).toLowerCase(),
    value: String(Value),
    override: Override === true,
  }));
}

function items(config: Json | undefined): Config[] {
  return ((config as Config | undefined)?.Items ?? []) as Config[];
}
