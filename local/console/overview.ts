import type { SFNClient } from '@aws-sdk/client-sfn';
import type { Endpoints } from '../lib/endpoints.ts';
import type { AlarmStanding } from '../services/cloudwatch/alarmsFile.ts';
import type { Mail } from '../services/ses/mail.ts';
import { alarmTable } from './alarmsPage.ts';
import { errorTable } from './errorTable.ts';
import { executionTables } from './executionPages.ts';
import { type Html, html } from './html.ts';
import { moment, table } from './layout.ts';
import { mailTable } from './mailPages.ts';
import type { LoggedError } from './readErrors.ts';

/** An enabled schedule; `next` is null if it never runs again. */
export interface Schedule {
  name: string;
  expression: string;
  next: Date | null;
}

/** AWS's name and the endpoint of each service. */
export function services(endpoints: Endpoints): [name: string, url: string][] {
  return [
    ['AppSync', new URL(endpoints.graphql).origin],
    ['RDS Data API', endpoints.rdsData],
    ['Step Functions', endpoints.states],
    ['Lambda', endpoints.lambda],
    ['SES', endpoints.ses],
    ['S3', endpoints.s3],
    ['KMS', endpoints.kms],
  ];
}

export interface OverviewOptions {
  dir: string;
  endpoints: Endpoints;
  schedules: () => Schedule[];
  states: SFNClient;
  alarms: AlarmStanding[];
  mails: Mail[];
  errors: LoggedError[];
}

/** The first page: all addresses and the latest events. */
export async function overview(options: OverviewOptions): Promise<Html> {
  const { endpoints, errors, mails } = options;
  const ringing = options.alarms.filter(({ state }) => state === 'ALARM');
  const pages: [string, string][] = [
    ['Web app', endpoints.web],
    ['Mail inbox', endpoints.inbox],
  ];
  const rows = [
    ...pages.map(
      ([name, url]) => html`<tr><td>${name}</td><td><a href="${url}">${url}</a></td></tr>`,
    ),
    html`<tr><td>GraphQL</td><td><code>${endpoints.graphql}</code></td></tr>`,
    ...services(endpoints).map(
      ([name, url]) => html`<tr><td>${name}</td><td><code>${url}</code></td></tr>`,
    ),
  ];
  const schedules = options
    .schedules()
    .map(
      ({ name, expression, next }) =>
        html`<tr><td>${name}</td><td><code>${expression}</code></td><td>${next ? moment(next) : 'never again'}</td></tr>`,
    );
  return html`${ringing.length > 0 ? html`<section><h2>Alarms</h2>${alarmTable(ringing)}${more('/alarms', true)}</section>` : ''}
<section><h2>Errors</h2>${errorTable(errors.slice(0, 5))}${more('/errors', errors.length > 5)}</section>
<section><h2>Mails</h2>${mailTable(mails.slice(0, 5))}${more('/mails', mails.length > 5)}</section>
${await executionTables(options.states, 5)}
<section><h2>Schedules</h2>${table(['Name', 'Expression', 'Next'], schedules, 'The template has none.')}</section>
<section><h2>Services</h2>${table(['Name', 'Address'], rows, '')}
<p class="faint">State, logs and <code>stack.json</code> are in <code>${options.dir}</code>.</p></section>`;
}

function more(to: string, isMore: boolean): Html | string {
  return isMore ? html`<p><a href="${to}">All of ${to.slice(1)}</a></p>` : '';
}
