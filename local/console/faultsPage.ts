import type { StandingRule } from '../services/protocol/faults.ts';
import { faultsPath } from '../services/protocol/serveFaults.ts';
import { type Html, html } from './html.ts';
import { table } from './layout.ts';

interface Switches {
  faults: StandingRule[];
  operations: string[];
  kinds: string[];
}

/** The fault switches of every service that has them. */
export async function faultsPage(endpoints: [name: string, url: string][]): Promise<Html> {
  const all = await Promise.all(
    endpoints.map(async ([name, url]) => ({ name, switches: await read(url) })),
  );
  const parts = all.map(({ name, switches }) => switches && section(name, switches));
  return html`<p>Make the next calls of a service fail, to see how everything else takes it.</p>${parts}`;
}

/**
 * Adds the fault described by the form to the active ones, or ends all of them. Returns an error
 * message, or null on success.
 */
export async function switchFaults(url: string, form: URLSearchParams): Promise<string | null> {
  const switches = await read(url);
  if (switches === null) return `${form.get('service')} has no fault switches.`;
  if (form.get('end') !== null) {
    await fetch(url + faultsPath, { method: 'DELETE' });
    return null;
  }
  const operation = form.get('operation') || undefined;
  const added = { operation, fault: form.get('fault'), times: Number(form.get('times')) };
  const kept = switches.faults.map(({ seen, taken, times, ...rule }) => ({
    ...rule,
    ...(times !== undefined && { times: times - taken }),
  }));
  const answer = await fetch(url + faultsPath, {
    method: 'PUT',
    body: JSON.stringify({ faults: [...kept, added] }),
  });
  if (answer.ok) return null;
  return ((await answer.json()) as { message: string }).message;
}

/** Returns null for a service without switches. */
async function read(url: string): Promise<Switches | null> {
  const answer = await fetch(url + faultsPath);
  const isJson = answer.headers.get('content-type')?.includes('json');
  if (!answer.ok || !isJson) return null;
  const body = (await answer.json()) as Partial<Switches>;
  return body.kinds && body.operations && body.faults ? (body as Switches) : null;
}

function section(name: string, { faults, operations, kinds }: Switches): Html {
  const options = (all: string[]) => all.map((one) => html`<option>${one}</option>`);
  const rows = faults.map(
    ({
      operation,
      fault,
      times,
      share,
      taken,
    }) => html`<tr><td>${operation ?? 'every operation'}</td>
<td class="bad">${fault}</td><td>${times === undefined ? `${(share ?? 0) * 100} % of the calls` : `${times - taken} more`}</td></tr>`,
  );
  return html`<section><h2>${name}</h2>
${table(['Operation', 'Fails with', 'How often'], rows, 'No faults are active.')}
<form method="post" action="/faults"><input type="hidden" name="service" value="${name}">
<label>Operation <select name="operation"><option value="">every operation</option>${options(operations)}</select></label>
<label>Fails with <select name="fault">${options(kinds)}</select></label>
<label>Next calls <input name="times" type="number" min="1" value="1" required></label>
<button>Add</button></form>
${faults.length === 0 ? '' : html`<form method="post" action="/faults"><input type="hidden" name="service" value="${name}"><button name="end" value="1">End all of ${name}</button></form>`}</section>`;
}
