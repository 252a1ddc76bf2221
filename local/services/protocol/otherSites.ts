import type { IncomingHttpHeaders } from 'node:http';

const OWN_NAME = /^(127\.0\.0\.1|([\w-]+\.)*localhost)(:\d+)?$/i;

/**
 * What gives a request away as that of another site's web page; undefined for one that may go on. Such a page, open in a
 * browser on this machine, can send forms and texts to 127.0.0.1, with an `Origin` of its own, and under a name of its
 * own that leads here ("DNS rebinding") it could read every answer. Nothing here asks for credentials that would stop it.
 */
export function signOfOtherSite({ host = '', origin }: IncomingHttpHeaders): string | undefined {
  if (!OWN_NAME.test(host)) return `Host ${host}`;
  if (origin === undefined || OWN_NAME.test(origin.replace(/^https?:\/\//, ''))) return undefined;
  return `Origin ${origin}`;
}
