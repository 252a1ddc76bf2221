import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { SFNClient } from '@aws-sdk/client-sfn';
import { credentials, region } from '../aws.ts';
import type { Endpoints } from '../endpoints.ts';
import { type Listening, listen } from '../services/protocol/listen.ts';
import { readBody } from '../services/protocol/readBody.ts';
import { errorTable } from './errorTable.ts';
import { executionPage, executionTables } from './executionPages.ts';
import { faultsPage, switchFaults } from './faultsPage.ts';
import { type Html, html } from './html.ts';
import { layout } from './layout.ts';
import { mailPage, mailTable } from './mailPages.ts';
import { overview, type Schedule, services } from './overview.ts';
import { readErrors } from './readErrors.ts';
import { readMails } from './readMails.ts';

export interface ConsoleOptions {
  port: number;
  /** The stack's state directory. */
  dir: string;
  endpoints: Endpoints;
  schedules: () => Schedule[];
  log: (line: string) => void;
}

// Nothing of a page may run or come from elsewhere, nor may it stand in a page of elsewhere, where clicks could be led
// to it; its frame of a mail may not even send a form.
const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
const MAIL_POLICY =
  "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'";

/** A page as HTML of its own, or what stands in the layout of a section. */
type Page = { section: string; title: string; content: Html };

/**
 * Serves the pages on which people see what the stack does: services, executions, mails, errors, schedules, and the
 * switches of faults. They read the same files and APIs as anyone else.
 */
export async function startConsole(options: ConsoleOptions): Promise<Listening> {
  const { dir, endpoints } = options;
  const states = new SFNClient({ endpoint: endpoints.states, region, credentials });
  const mails = () => readMails(join(dir, 'mails.jsonl'));

  const find = async (path: string): Promise<Page | null> => {
    const [, section = '', id] = path.split('/').map(decodeURIComponent);
    if (path === '/') {
      const content = await overview({
        ...options,
        states,
        mails: mails(),
        errors: readErrors(dir),
      });
      return { section: '/', title: 'Overview', content };
    }
    if (section === 'executions' && id !== undefined) {
      const [machine = '', name = ''] = id.split(':').slice(-2);
      const content = html`<p>of <code>${machine}</code></p>${await executionPage(states, id)}`;
      return { section: '/executions', title: name, content };
    }
    if (path === '/executions') {
      return { section: path, title: 'Executions', content: await executionTables(states, 50) };
    }
    if (path === '/mails') {
      const content = html`<section>${mailTable(mails().slice(0, 200))}</section>`;
      return { section: path, title: 'Mails', content };
    }
    const mail = section === 'mails' && mails().find(({ messageId }) => messageId === id);
    if (mail) return { section: '/mails', title: mail.subject, content: mailPage(mail) };
    if (path === '/errors') {
      const content = html`<section>${errorTable(readErrors(dir).slice(0, 200))}</section>`;
      return { section: path, title: 'Errors', content };
    }
    if (path === '/faults') {
      return { section: path, title: 'Faults', content: await faultsPage(services(endpoints)) };
    }
    return null;
  };

  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const [path = ''] = (request.url ?? '/').split('?', 1);
    const frame = /^\/mails\/([^/]+)\/html$/.exec(path);
    if (request.method === 'POST' && path === '/faults') return change(request, response);
    if (request.method !== 'GET') return send(response, 405, 'Expected GET.');
    if (frame) {
      const mail = mails().find(({ messageId }) => messageId === frame[1]);
      return send(response, mail ? 200 : 404, mail?.html ?? 'There is no such mail.', MAIL_POLICY);
    }
    try {
      const page = await find(path);
      if (page) return send(response, 200, layout(page.section, page.title, page.content));
      send(
        response,
        404,
        layout('', 'There is no such page', html`<p><a href="/">Overview</a></p>`),
      );
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
