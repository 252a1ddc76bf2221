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

// A page needs none of these, so nothing that gets into a page can have them.
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
 * What an answer is told with unless its origin says otherwise: whatever has no rule of its own, a
 * failure above all, is kept by nobody. `Cache-Control` here speaks to browsers alone.
 */
const UNLESS_TOLD = { 'Cache-Control': 'no-store' };

/** As for every page: a browser asks each time, however long the distribution keeps one. */
const ASKED_EACH_TIME = { 'Cache-Control': 'no-cache' };

/** Headers that have no setting of their own in a policy. */
const MORE = {
  'Permissions-Policy': PERMISSIONS.map((name) => `${name}=()`).join(', '),
  'Cross-Origin-Opener-Policy': 'same-origin',
  // No page of another site shows a file of ours or reads into it.
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

/** What the origins say of themselves, which helps nobody but who looks for a way in. */
const UNSAID = ['Server', 'X-Powered-By'];

/** What browsers are told with every answer of the web app and of what it asks. */
export function securityHeaders(scope: Construct, id: string, api: Api): ResponseHeadersPolicy {
  return headersPolicy(scope, id, {
    comment: 'Shinkan',
    contentSecurityPolicy: appPolicy(api, parameter(Stack.of(scope), 'CoverSources')),
    referrerPolicy: HeadersReferrerPolicy.STRICT_ORIGIN_WHEN_CROSS_ORIGIN,
  });
}

/** The same with the pages of books, which the distribution keeps for a while and browsers do not. */
export function bookPageHeaders(scope: Construct, id: string, api: Api): ResponseHeadersPolicy {
  return headersPolicy(scope, id, {
    comment: 'Shinkan, pages of books',
    contentSecurityPolicy: appPolicy(api, parameter(Stack.of(scope), 'CoverSources')),
    referrerPolicy: HeadersReferrerPolicy.STRICT_ORIGIN_WHEN_CROSS_ORIGIN,
    caching: customHeaders(ASKED_EACH_TIME, true),
  });
}

/**
 * What browsers are told with pages behind links of mails: they have a style sheet and a form and no
 * script, and their address, which is as good as a key, is told to no other site.
 */
export function pageHeaders(scope: Construct, id: string): ResponseHeadersPolicy {
  return headersPolicy(scope, id, {
    comment: 'Shinkan, pages behind links of mails',
    contentSecurityPolicy: PAGE_POLICY,
    referrerPolicy: HeadersReferrerPolicy.NO_REFERRER,
  });
}

/**
 * What browsers are told with the script that the shop's own pages load, and with the file in which
 * it finds the API: pages of every site may read these two, which hold nothing of anybody.
 */
export function embedHeaders(scope: Construct, id: string): ResponseHeadersPolicy {
  return headersPolicy(scope, id, {
    comment: 'Shinkan, what pages of other sites may load',
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
  /** Whether pages of other sites may read the answer, without anything of who asks. */
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

/** For whoever opens the script or its file as a page, which neither is. */
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
    // The one that shows the offline page.
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
    // The policies that `web/` makes: for data that never runs, and for the address of its worker.
    'trusted-types structured-data offline-page',
  ].join('; ');
}
