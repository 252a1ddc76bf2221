import type { AlarmStanding } from '../services/cloudwatch/alarmsFile.ts';
import { type Html, html } from './html.ts';
import { moment, table } from './layout.ts';

const KINDS = { OK: 'good', ALARM: 'bad', INSUFFICIENT_DATA: 'faint' };

/** The alarms and their states, those in ALARM first. */
export function alarmTable(alarms: AlarmStanding[]): Html {
  const rows = alarms
    .toSorted((one, other) => Number(other.state === 'ALARM') - Number(one.state === 'ALARM'))
    .map(
      ({ name, description, state, since, reason, watches }) => html`<tr>
<td><strong class="${KINDS[state]}">${state}</strong></td><td>${moment(since)}</td>
<td><code>${name}</code><br>${description}</td><td>${reason}<br><span class="faint">${watches}</span></td></tr>`,
    );
  return table(['State', 'Since', 'Alarm', 'Why'], rows, 'The template has none.');
}
