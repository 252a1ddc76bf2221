import { NotEmulated, nameOf, refuseUnknownMembers } from '../../refuse.ts';
import type { Json, Resource } from '../../resource.ts';

/** One header that a response headers policy sets; without `override` only where the origin has none. */
export interface AddedHeader {
  name: string;
  value: string;
  override: boolean;
}

export interface HeadersPolicy {
  added: AddedHeader[];
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

/** What the policy with this id does to responses; no id, nothing. */
export function findHeadersPolicy(id: Json | undefined, resources: Resource[]): HeadersPolicy {
  if (id === undefined) return { added: [], removed: [] };
  if (id === managedSecurityHeaders) return { added: managed, removed: [] };
  const resource = resources.find(
    ({ type, ref }) => type === 'AWS::CloudFront::ResponseHeadersPolicy' && ref === id,
  );
  if (resource === undefined)
    throw new NotEmulated(`The response headers policy ${id} is not emulated`);
  const {
    SecurityHeadersConfig,
    CustomHeadersConfig,
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
    removed: items(RemoveHeadersConfig).map(({ Header }) => String(Header).toLowerCase()),
  };
}

/** Applies the policy to a response's headers, which have lower-case names. */
export function applyHeadersPolicy(
  headers: { [name: string]: string },
  policy: HeadersPolicy,
): void {
  for (const name of policy.removed) delete headers[name];
  for (const { name, value, override } of policy.added) {
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
