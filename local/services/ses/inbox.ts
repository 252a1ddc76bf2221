import type { RequestListener, Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { signOfOtherSite } from '../protocol/otherSites.ts';
import type { Mail } from './mail.ts';

const require = createRequire(import.meta.url); // the package is CommonJS with a `default` export
const { default: serve }: typeof import('aws-ses-v2-local') = require('aws-ses-v2-local');
const store: typeof import('aws-ses-v2-local/dist/store.js') = require('aws-ses-v2-local/dist/store.js');

/** How many mails the page shows; it renders all of them at once. */
const SHOWN = 500;

export interface Inbox {
  url: string;
  add(mail: Mail): void;
  stop(): Promise<void>;
}

/**
 * The page of aws-ses-v2-local, where people read the mails. Mails go directly into its store, so
 * that they keep their message id and, after a restart, their time. There is one store, and so one
 * inbox, per process.
 */
export async function startInbox(port: number, earlier: Mail[]): Promise<Inbox> {
  store.clearStore();
  for (const mail of earlier.slice(-SHOWN)) add(mail);
  const server = await serve({ host: '127.0.0.1', port });
  keepFromOtherSites(server);
  const address = server.address() as AddressInfo | null; // a TCP server; null if the port is in use
  if (!address) throw new Error(`the inbox cannot listen on port ${port}`);
  return {
    url: `http://127.0.0.1:${address.port}`,
    add,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** The package itself shows the mails to any site. */
function keepFromOtherSites(server: Server): void {
  const [show] = server.listeners('request') as [RequestListener]; // its Express application
  server.removeListener('request', show);
  server.on('request', (request, response) => {
    if (signOfOtherSite(request.headers) === undefined) show(request, response);
    else response.writeHead(403).end();
  });
}

function add(mail: Mail): void {
  const { at, messageId, from, subject, headers, html, text, undelivered = {} } = mail;
  const to = mail.to.filter((address) => !Object.hasOwn(undelivered, address));
  if (to.length === 0) return;
  const { emails } = store.getStoreReadonly();
  if (emails.length >= SHOWN) emails.splice(0, emails.length - SHOWN + 1);
  store.saveEmail({
    messageId,
    from,
    replyTo: [headers['reply-to'] ?? []].flat(),
    destination: { to, cc: [], bcc: [] },
    subject,
    body: { html: html ?? undefined, text: text ?? undefined },
    attachments: [],
    headers: Object.entries(headers).flatMap(([name, values]) =>
      [values].flat().map((value) => ({ name, value })),
    ),
    at: Math.floor(Date.parse(at) / 1000),
  });
}
