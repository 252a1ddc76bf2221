import type { IncomingHttpHeaders } from 'node:http';

const OWN_NAME = /^(127\.0\.0\.1|([\w-]+\.)*localhost)(:\d+)?$/i;

/**
 * Returns what identifies a request as coming from another site's web page; undefined if the
 * request is allowed. Such a page, open in a browser on this machine, can send forms and text to
 * 127.0.0.1 with its own `Origin`, and under its own host name that resolves to this address ("DNS
 * rebinding") it could read every response. Local services require no credentials that would
 * prevent this.
 */
export function signOfOtherSite({ host = '', origin }: IncomingHttpHeaders): string | undefined {
  if (!OWN_NAME.test(host)) return `Host ${host}`;
  if (origin === undefined || OWN_NAME.test(origin.replace(/^https?:\/\//, ''))) return undefined;
  return `Origin ${origin}`;
}
