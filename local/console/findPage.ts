import { join } from 'node:path';
import { ExecutionDoesNotExist, type SFNClient } from '@aws-sdk/client-sfn';
import type { Endpoints } from '../lib/endpoints.ts';
import { readAlarms } from '../services/cloudwatch/alarmsFile.ts';
import { alarmTable } from './alarmsPage.ts';
import { errorTable } from './errorTable.ts';
import { executionPage, executionTables } from './executionPages.ts';
import { faultsPage } from './faultsPage.ts';
import { type Html, html } from './html.ts';
import { mailPage, mailTable } from './mailPages.ts';
import { overview, type Schedule, services } from './overview.ts';
import { readErrors } from './readErrors.ts';
import { readMails } from './readMails.ts';

/** The data sources of the pages. */
export interface Sources {
  /** The stack's state directory. */
  dir: string;
  endpoints: Endpoints;
  schedules: () => Schedule[];
  states: SFNClient;
}

/** The content of the layout; `section` is the path of the section to which the page belongs. */
export interface Page {
  section: string;
  title: string;
  content: Html;
}

// The maximum number of mails and errors shown, newest first.
const ROWS_AT_MOST = 200;
const EXECUTIONS_AT_MOST = 50;

/** The pages of the navigation. */
const SECTIONS: { readonly [path: string]: (sources: Sources) => Promise<Omit<Page, 'section'>> } =
  {
    '/': async (sources) => ({ title: 'Overview', content: await overviewOf(sources) }),
    '/executions': async ({ states }) => ({
      title: 'Executions',
      content: await executionTables(states, EXECUTIONS_AT_MOST),
    }),
    '/alarms': async ({ dir }) => ({
      title: 'Alarms',
      content: html`<section>${alarmTable(readAlarms(dir))}</section>`,
    }),
    '/mails': async ({ dir }) => ({
      title: 'Mails',
      content: html`<section>${mailTable(mailsIn(dir).slice(0, ROWS_AT_MOST))}</section>`,
    }),
    '/errors': async ({ dir }) => ({
      title: 'Errors',
      content: html`<section>${errorTable(readErrors(dir).slice(0, ROWS_AT_MOST))}</section>`,
    }),
    '/faults': async ({ endpoints }) => ({
      title: 'Faults',
      content: await faultsPage(services(endpoints)),
    }),
  };

/** Returns the page at a path, or null if there is none. Rejects if a service does not answer. */
export async function findPage(path: string, sources: Sources): Promise<Page | null> {
  if (Object.hasOwn(SECTIONS, path)) {
    const page = await SECTIONS[path]?.(sources);
    return page ? { section: path, ...page } : null;
  }
  const [, section, encoded = ''] = /^\/(executions|mails)\/([^/]+)$/.exec(path) ?? [];
  const id = decode(encoded);
  if (section === 'executions' && id !== null) return findExecution(id, sources);
  const mail = section === 'mails' && id !== null ? findMail(id, sources.dir) : undefined;
  return mail ? { section: '/mails', title: mail.subject, content: mailPage(mail) } : null;
}

/** Returns the mail with this message id if it is among the newest. */
export function findMail(messageId: string, dir: string) {
  return mailsIn(dir).find((mail) => mail.messageId === messageId);
}

async function findExecution(arn: string, { states }: Sources): Promise<Page | null> {
  const [machine = '', title = ''] = arn.split(':').slice(-2);
  try {
    const content = html`<p>of <code>${machine}</code></p>${await executionPage(states, arn)}`;
    return { section: '/executions', title, content };
  } catch (error) {
    if (error instanceof ExecutionDoesNotExist) return null;
    throw error;
  }
}

function overviewOf(sources: Sources): Promise<Html> {
  const { dir } = sources;
  return overview({
    ...sources,
    alarms: readAlarms(dir),
    mails: mailsIn(dir),
    errors: readErrors(dir),
  });
}

function mailsIn(dir: string) {
  return readMails(join(dir, 'mails.jsonl'));
}

/** Returns null if the segment is not valid percent-encoding. */
function decode(segment: string): string | null {
  try {
    return decodeURIComponent(segment);
  } catch {
    return null;
  }
}
