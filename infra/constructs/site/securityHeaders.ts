import { Duration, Stack } from 'aws-cdk-lib';
import {
  HeadersFrameOption,
  HeadersReferrerPolicy,
  type ResponseCustomHeader,
  ResponseHeadersPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import type { Construct } from 'constructs';
import { originOf } from '../../addresses.ts';
import { parameter } from '../../parameters.ts';
import type { Api } from '../api/api.ts';

// Our pages need none of these, so injected code cannot have them either.
const PERMISSIONS = [
  'accelerometer',
  'browsing-topics',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'hid',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'serial',
  'usb',
];

/**
 * The default unless the origin says otherwise: nobody caches an answer without a rule of its own,
 * above all a failure. This `Cache-Control` is for browsers only.
 */
const UNLESS_TOLD = { 'Cache-Control': 'no-store' };

/** As for every page: browsers always revalidate, however long the distribution caches it. */
const ASKED_EACH_TIME = { 'Cache-Control': 'no-cache' };

/** Headers that have no setting of their own in a policy. */
const MORE = {
  'Permissions-Policy': PERMISSIONS.map((name) => `${name}=()`).join(', '),
  'Cross-Origin-Opener-Policy': 'same-origin',
  // Other sites cannot embed or read our files.
  'Cross-Origin-Resource-Policy': 'same-origin',
  'X-Permitted-Cross-Domain-Policies': 'none',
};

const FOR_EVERY_SITE = { 'Cross-Origin-Resource-Policy': 'cross-origin' };

const CORS_FOR_EVERY_SITE = {
  accessControlAllowOrigins: ['*'],
  accessControlAllowMethods: ['GET', 'HEAD'],
  accessControlAllowHeaders: ['*'],
  accessControlAllowCredentials: false,
  originOverride: true,
};

/** Headers by which origins identify their software, useful only to an attacker. */
const UNSAID = ['Server', 'X-Powered-By'];

/** The response headers of the web app and of what it requests. */
export function securityHeaders(scope: Construct, id: string, api: Api): ResponseHeadersPolicy {
  return headersPolicy(scope, id, {
    comment: 'Shinkan',
    contentSecurityPolicy: appPolicy(api, parameter(Stack.of(scope), 'CoverSources')),
    referrerPolicy: HeadersReferrerPolicy.STRICT_ORIGIN_WHEN_CROSS_ORIGIN,
  });
}

/** The same for book pages, which the distribution caches for a while and browsers do not. */
export function bookPageHeaders(scope: Construct, id: string, api: Api): ResponseHeadersPolicy {
  return headersPolicy(scope, id, {
    comment: 'Shinkan, book pages',
    contentSecurityPolicy: appPolicy(api, parameter(Stack.of(scope), 'CoverSources')),
    referrerPolicy: HeadersReferrerPolicy.STRICT_ORIGIN_WHEN_CROSS_ORIGIN,
    caching: customHeaders(ASKED_EACH_TIME, true),
  });
}

/**
 * The response headers of the pages behind links in mails. They have a style sheet and a form but
 * no script; their address, which is as good as a key, is not sent to other sites as a referrer.
 */
export function pageHeaders(scope: Construct, id: string): ResponseHeadersPolicy {
  return headersPolicy(scope, id, {
    comment: 'Shinkan, pages behind links in mails',
    contentSecurityPolicy: PAGE_POLICY,
    referrerPolicy: HeadersReferrerPolicy.NO_REFERRER,
  });
}

/**
 * The response headers of the script that the shop's own pages load, and of the file that tells it
 * the API's address: pages of any site may read these two, which hold no personal data.
 */
export function embedHeaders(scope: Construct, id: string): ResponseHeadersPolicy {
  return headersPolicy(scope, id, {
    comment: 'Shinkan, files for pages of other sites',
    contentSecurityPolicy: EMBED_POLICY,
    referrerPolicy: HeadersReferrerPolicy.NO_REFERRER,
    forEverySite: true,
  });
}

interface Told {
  comment: string;
  contentSecurityPolicy: string;
  referrerPolicy: HeadersReferrerPolicy;
  /** `UNLESS_TOLD` when omitted. */
  caching?: ResponseCustomHeader[];
  /** Whether pages of other sites may read the response, without credentials. */
  forEverySite?: boolean;
}

function headersPolicy(scope: Construct, id: string, told: Told): ResponseHeadersPolicy {
  return new ResponseHeadersPolicy(scope, id, {
    comment: told.comment,
    securityHeadersBehavior: {
      contentSecurityPolicy: {
        contentSecurityPolicy: told.contentSecurityPolicy,
        override: true,
      },
      strictTransportSecurity: {
        accessControlMaxAge: Duration.days(730),
        includeSubdomains: true,
        override: true,
      },
      contentTypeOptions: { override: true },
      frameOptions: { frameOption: HeadersFrameOption.DENY, override: true },
      referrerPolicy: { referrerPolicy: told.referrerPolicy, override: true },
    },
    customHeadersBehavior: {
      customHeaders: [
        ...customHeaders(told.forEverySite ? { ...MORE, ...FOR_EVERY_SITE } : MORE, true),
        ...(told.caching ?? customHeaders(UNLESS_TOLD, false)),
      ],
    },
    ...(told.forEverySite && { corsBehavior: CORS_FOR_EVERY_SITE }),
    removeHeaders: UNSAID,
  });
}

function customHeaders(headers: Record<string, string>, override: boolean): ResponseCustomHeader[] {
  return Object.entries(headers).map(([header, value]) => ({ header, value, override }));
}

const PAGE_POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

/** In case somebody opens the script or its file as a page. */
const EMBED_POLICY = [
  "default-src 'none'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

function appPolicy(api: Api, coverSources: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    // The worker that shows the offline page.
    "worker-src 'self'",
    "style-src 'self'",
    `img-src 'self' ${coverSources}`,
    `connect-src 'self' ${originOf(api.graphqlUrl)} ${originOf(api.realtimeUrl)}`,
    "manifest-src 'self'",
    "font-src 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "require-trusted-types-for 'script'",
    // The policies that `web/` creates: for data that never runs, and for the address of its
    // worker.
    'trusted-types structured-data offline-page',
  ].join('; ');
}
