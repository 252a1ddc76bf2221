import type { IncomingMessage, ServerResponse } from 'node:http';
import { SFNClient } from '@aws-sdk/client-sfn';
import { credentials, region } from '../lib/aws.ts';
import { type Listening, listen } from '../services/protocol/listen.ts';
import { readBody } from '../services/protocol/readBody.ts';
import { switchFaults } from './faultsPage.ts';
import { findMail, findPage, type Sources } from './findPage.ts';
import { html } from './html.ts';
import { layout } from './layout.ts';
import { services } from './overview.ts';

export interface ConsoleOptions extends Omit<Sources, 'states'> {
  port: number;
  log: (line: string) => void;
}

// A page may neither run scripts nor load anything from elsewhere, nor be framed by another site,
// which could hijack clicks; the frame that shows a mail may not even submit a form.
const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
const MAIL_POLICY =
  "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'";

/**
 * Serves pages that show what the stack does: services, executions, mails, errors, schedules and
 * the fault switches. They read the same files and APIs that are open to everyone.
 */
export async function startConsole(options: ConsoleOptions): Promise<Listening> {
  const { dir, endpoints } = options;
  const states = new SFNClient({ endpoint: endpoints.states, region, credentials });

  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const [path = ''] = (request.url ?? '/').split('?', 1);
    const frame = /^\/mails\/([^/]+)\/html$/.exec(path);
    if (request.method === 'POST' && path === '/faults') return change(request, response);
    if (request.method !== 'GET') return send(response, 405, 'Expected GET.');
    if (frame) {
      const text = findMail(frame[1] ?? '', dir)?.html ?? null;
      return send(response, text ? 200 : 404, text ?? 'There is no such mail.', MAIL_POLICY);
    }
    try {
      const page = await findPage(path, { ...options, states });
      if (page) return send(response, 200, layout(page.section, page.title, page.content));
      const content = html`<p><a href="/">Overview</a></p>`;
      send(response, 404, layout('', 'There is no such page', content));
    } catch (error) {
      const content = html`<section><pre>${String(error)}</pre></section>`;
      send(response, 502, layout('', 'A service did not answer', content));
    }
  };

  const change = async (request: IncomingMessage, response: ServerResponse) => {
    const form = new URLSearchParams((await readBody(request, 10_000)).toString('utf8'));
    const [, url] = services(endpoints).find(([name]) => name === form.get('service')) ?? [];
    if (url === undefined) return send(response, 400, 'There is no such service.');
    const wrong = await switchFaults(url, form);
    if (wrong === null) response.writeHead(303, { location: '/faults' }).end();
    else send(response, 400, layout('/faults', 'Faults', html`<p class="bad">${wrong}</p>`));
  };

  const listening = await listen(options.port, answer, options.log);
  return {
    ...listening,
    stop: async () => {
      await listening.stop();
      states.destroy();
    },
  };
}

function send(response: ServerResponse, status: number, body: string, policy = POLICY): void {
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': policy,
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-store',
  };
  response.writeHead(status, headers).end(body);
}
