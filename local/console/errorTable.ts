import { type Html, html } from './html.ts';
import { moment, table } from './layout.ts';
import type { LoggedError } from './readErrors.ts';

/** Errors as a table, each with the name of its log. */
export function errorTable(errors: LoggedError[]): Html {
  const rows = errors.map(
    ({ at, log, text }) =>
      html`<tr><td>${moment(at)}</td><td><code>${log}</code></td><td><pre>${text}</pre></td></tr>`,
  );
  return table(['When', 'Log', 'What'], rows, 'No errors.');
}
