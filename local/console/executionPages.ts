import {
  DescribeExecutionCommand,
  type ExecutionListItem,
  ListExecutionsCommand,
  ListStateMachinesCommand,
  paginateGetExecutionHistory,
  type SFNClient,
} from '@aws-sdk/client-sfn';
import { describeHistory, type HistoryLine } from '../services/states/history/describeHistory.ts';
import { type Html, html } from './html.ts';
import { moment, table } from './layout.ts';

// An execution of a Map over thousands of items has more events than anyone reads.
const LINES_AT_MOST = 1000;

/** The newest `count` executions of each state machine. */
export async function executionTables(states: SFNClient, count: number): Promise<Html> {
  const { stateMachines = [] } = await states.send(new ListStateMachinesCommand({}));
  const parts = await Promise.all(
    stateMachines.map(async ({ name, stateMachineArn }) => {
      const asked = new ListExecutionsCommand({ stateMachineArn, maxResults: count });
      const { executions = [] } = await states.send(asked);
      return html`<section><h2>${name}</h2>${executionTable(executions)}</section>`;
    }),
  );
  return html`${parts}`;
}

function executionTable(executions: ExecutionListItem[]): Html {
  const rows = executions.map(
    ({ executionArn = '', name, status, startDate, stopDate }) => html`<tr>
<td>${moment(startDate)}</td><td><a href="/executions/${encodeURIComponent(executionArn)}"><code>${name}</code></a></td>
<td>${statusText(status)}</td><td class="number">${duration(startDate, stopDate)}</td></tr>`,
  );
  return table(['Began', 'Name', 'Status', 'Took'], rows, 'No executions yet.');
}

/**
 * One execution: its outcome and its history. Throws the API's errors, such as for an unknown ARN.
 */
export async function executionPage(states: SFNClient, executionArn: string): Promise<Html> {
  const execution = await states.send(new DescribeExecutionCommand({ executionArn }));
  const events = [];
  for await (const page of paginateGetExecutionHistory({ client: states }, { executionArn })) {
    events.push(...(page.events ?? []));
    if (events.length >= LINES_AT_MOST) break;
  }
  const { status, startDate, stopDate, error, cause, input, output } = execution;
  const lines = describeHistory(events.map((event) => ({ ...event })));
  return html`<section aria-label="Outcome"><dl><dt>Status</dt><dd>${statusText(status)}</dd>
<dt>Began</dt><dd>${moment(startDate)}</dd><dt>Took</dt><dd>${duration(startDate, stopDate)}</dd>
${error ? html`<dt>Error</dt><dd class="bad">${error}</dd>` : ''}${cause ? html`<dt>Cause</dt><dd><pre>${cause}</pre></dd>` : ''}
</dl>${data('Input', input)}${data('Output', output)}</section>
<section><h2>History</h2>${table(['After', 'State', 'What happens', 'Data'], lines.map(historyRow), 'No history is kept.')}
${events.length < LINES_AT_MOST ? '' : html`<p class="faint">The first ${events.length} events are shown.</p>`}</section>`;
}

function historyRow({ after, depth, state, what, outcome, data: text }: HistoryLine): Html {
  const kind = outcome === 'fails' ? 'bad' : outcome === 'succeeds' ? 'good' : '';
  return html`<tr><td class="number">${(after / 1000).toFixed(3)} s</td>
<td style="padding-left: ${depth * 1.25}rem">${state ?? html`<span class="faint">the execution</span>`}</td>
<td class="${kind}">${what}</td><td>${data('show', text ?? undefined)}</td></tr>`;
}

function data(name: string, text: string | undefined): Html | string {
  if (!text) return '';
  return html`<details><summary>${name}</summary><pre>${pretty(text)}</pre></details>`;
}

function pretty(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text; // the cause of a failure need not be JSON
  }
}

function statusText(status: string | undefined): Html {
  const kinds: { [status: string]: string } = { SUCCEEDED: 'good', RUNNING: 'busy' };
  return html`<strong class="${kinds[status ?? ''] ?? 'bad'}">${status}</strong>`;
}

function duration(from: Date | undefined, to: Date | undefined): string {
  if (!from || !to) return '–';
  return `${((to.getTime() - from.getTime()) / 1000).toFixed(2)} s`;
}
