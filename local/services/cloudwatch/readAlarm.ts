import type { Metric } from '../../lib/metric.ts';
import { NotEmulated, nameOf, refuseUnknownProperties } from '../../lib/refuse.ts';
import type { Json, Resource } from '../../lib/resource.ts';
import { COMPARISONS, type Comparison } from './comparisons.ts';
import { STATISTICS, type Statistic } from './datapoints.ts';

export const STATES = ['OK', 'ALARM', 'INSUFFICIENT_DATA'] as const;

export type AlarmState = (typeof STATES)[number];

const MISSING = ['missing', 'ignore', 'breaching', 'notBreaching'] as const;

/** One AWS::CloudWatch::Alarm on one metric with a fixed threshold. */
export interface Alarm {
  name: string;
  arn: string;
  description: string;
  metric: Metric;
  statistic: Statistic;
  periodSeconds: number;
  threshold: number;
  comparison: Comparison;
  /** How many of the last `evaluationPeriods` must breach. */
  datapointsToAlarm: number;
  evaluationPeriods: number;
  missing: (typeof MISSING)[number];
  /** The topics notified of each state. */
  actions: { readonly [state in AlarmState]: string[] };
}

/** The metrics in AWS's own namespaces that the local services publish. */
export type PublishedMetrics = { readonly [namespace: string]: readonly string[] };

const HONOURED = [
  ...['AlarmName', 'AlarmDescription', 'ActionsEnabled', 'AlarmActions', 'OKActions'],
  ...['InsufficientDataActions', 'Namespace', 'MetricName', 'Dimensions', 'Statistic', 'Period'],
  ...['Threshold', 'ComparisonOperator', 'EvaluationPeriods', 'DatapointsToAlarm'],
  'TreatMissingData',
];

/** Reads an alarm. Throws, naming the setting, for anything not emulated. */
export function readAlarm(resource: Resource, arn: string, published: PublishedMetrics): Alarm {
  // A unit filters out values of other units; each metric here has only one.
  refuseUnknownProperties(resource, HONOURED, ['Tags', 'Unit']);
  const { properties } = resource;
  const evaluationPeriods = Number(properties.EvaluationPeriods);
  const isOn = String(properties.ActionsEnabled ?? true) !== 'false';
  const topics = (name: string) => readActions(resource, name);
  const [alarm, ok, insufficient] = [
    topics('AlarmActions'),
    topics('OKActions'),
    topics('InsufficientDataActions'),
  ];
  return {
    name: resource.ref,
    arn,
    description: String(properties.AlarmDescription ?? ''),
    metric: readMetric(resource, published),
    statistic: oneOf(resource, 'Statistic', STATISTICS),
    periodSeconds: readPeriod(resource),
    threshold: Number(properties.Threshold),
    comparison: oneOf(resource, 'ComparisonOperator', Object.keys(COMPARISONS) as Comparison[]),
    datapointsToAlarm: Number(properties.DatapointsToAlarm ?? evaluationPeriods),
    evaluationPeriods,
    missing: oneOf(resource, 'TreatMissingData', MISSING, 'missing'),
    actions: {
      ALARM: isOn ? alarm : [],
      OK: isOn ? ok : [],
      INSUFFICIENT_DATA: isOn ? insufficient : [],
    },
  };
}

function readMetric(resource: Resource, published: PublishedMetrics): Metric {
  const { Namespace, MetricName, Dimensions = [] } = resource.properties;
  const [namespace, name] = [String(Namespace), String(MetricName)];
  if (namespace.startsWith('AWS/') && !published[namespace]?.includes(name)) {
    throw new NotEmulated(`${nameOf(resource)}: the metric ${namespace} ${name} is not emulated`);
  }
  const dimensions = (Dimensions as { Name: string; Value: string }[]).map(
    ({ Name, Value }): [string, string] => [Name, Value],
  );
  return { namespace, name, dimensions: Object.fromEntries(dimensions) };
}

function readPeriod(resource: Resource): number {
  const seconds = Number(resource.properties.Period);
  if (seconds > 0 && seconds % 60 === 0) return seconds;
  throw new NotEmulated(
    `${nameOf(resource)}: Period ${resource.properties.Period} is not emulated, only whole minutes`,
  );
}

function readActions(resource: Resource, name: string): string[] {
  const actions = ((resource.properties[name] ?? []) as Json[]).map(String);
  const other = actions.find((action) => !/^arn:[^:]+:sns:/.test(action));
  if (other === undefined) return actions;
  throw new NotEmulated(`${nameOf(resource)}: ${name} ${other} is not emulated, only SNS topics`);
}

function oneOf<T extends string>(
  resource: Resource,
  name: string,
  known: readonly T[],
  usual?: T,
): T {
  const value = resource.properties[name] ?? usual;
  const found = known.find((one) => one === value);
  if (found !== undefined) return found;
  throw new NotEmulated(
    `${nameOf(resource)}: ${name} ${value} is not emulated, only ${known.join(', ')}`,
  );
}
