import { COMPARISONS } from './comparisons.ts';
import type { Alarm, AlarmState } from './readAlarm.ts';

/** The value of one period; null if there is none. `from` is its start in milliseconds. */
export interface Datapoint {
  from: number;
  value: number | null;
}

export interface Verdict {
  state: AlarmState;
  reason: string;
}

/**
 * How many datapoints beyond `EvaluationPeriods` are considered, so that a late one does not count
 * as missing: as many as in the guide's examples, since the guide gives no number.
 */
export const MORE_PERIODS = 2;

/**
 * Evaluates the latest datapoints, newest first ("Configuring how CloudWatch alarms treat missing
 * data"): if at least `EvaluationPeriods` of them have values, the newest of these decide alone;
 * otherwise missing ones count as the alarm specifies. Returns null to keep the current state.
 */
export function evaluateAlarm(alarm: Alarm, datapoints: Datapoint[]): Verdict | null {
  const { evaluationPeriods, datapointsToAlarm, missing } = alarm;
  const known = datapoints.filter((point): point is Known => point.value !== null);
  const judged = known.slice(0, evaluationPeriods);
  const breaching = judged.filter((point) => breaches(alarm, point)).length;
  const lacking = evaluationPeriods - judged.length;
  const counted = breaching + (missing === 'breaching' ? lacking : 0);
  if (lacking === 0 || missing === 'breaching' || missing === 'notBreaching') {
    const state = counted >= datapointsToAlarm ? 'ALARM' : 'OK';
    return { state, reason: reasonOf(alarm, judged, lacking, state) };
  }
  if (judged.length === 0) {
    if (missing === 'ignore') return null;
    return { state: 'INSUFFICIENT_DATA', reason: insufficient(evaluationPeriods) };
  }
  if (breaching < judged.length) {
    const state = breaching >= datapointsToAlarm ? 'ALARM' : 'OK';
    return { state, reason: reasonOf(alarm, judged, 0, state) };
  }
  // All known datapoints breach. The alarm goes off once the oldest has waited for the others.
  const age = datapoints.findLastIndex(({ value }) => value !== null) + 1;
  if (missing === 'ignore' || age < datapointsToAlarm) return null;
  return { state: 'ALARM', reason: reasonOf(alarm, judged, 0, 'ALARM') };
}

interface Known extends Datapoint {
  value: number;
}

function breaches({ comparison, threshold }: Alarm, { value }: Known): boolean {
  return COMPARISONS[comparison].breaches(value, threshold);
}

// The reason as alarm mails show it.
function reasonOf(alarm: Alarm, judged: Known[], lacking: number, state: AlarmState): string {
  if (judged.length === 0) return missingReason(alarm, lacking);
  const isPlural = judged.length > 1;
  const values = judged.map(({ value, from }) => `${decimal(value)} (${stamp(from)})`).join(', ');
  const verb = `${isPlural ? 'were' : 'was'} ${state === 'ALARM' ? '' : 'not '}`;
  const { words } = COMPARISONS[alarm.comparison];
  return `Threshold Crossed: ${judged.length} datapoint${isPlural ? 's' : ''} [${values}] ${verb}${words} the threshold (${decimal(alarm.threshold)}).`;
}

function missingReason({ missing }: Alarm, lacking: number): string {
  const treated = missing === 'breaching' ? '[Breaching]' : '[NonBreaching]';
  const [periods, points] =
    lacking === 1 ? ['period', 'missing datapoint was'] : ['periods', 'missing datapoints were'];
  return `Threshold Crossed: no datapoints were received for ${lacking} ${periods} and ${lacking} ${points} treated as ${treated}.`;
}

function insufficient(periods: number): string {
  const points = periods === 1 ? 'datapoint was' : 'datapoints were';
  return `Insufficient Data: ${periods} ${points} unknown.`;
}

/** `1.0`, as Java writes numbers. */
function decimal(value: number): string {
  return Number.isInteger(value) ? value.toFixed(1) : String(value);
}

/** `26/11/26 11:40:00`. */
function stamp(at: number): string {
  const [date = '', time = ''] = new Date(at).toISOString().split('T');
  return `${date.slice(2).split('-').reverse().join('/')} ${time.slice(0, 8)}`;
}
