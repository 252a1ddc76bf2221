import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { keyOf, type Measurement } from '../../lib/metric.ts';
import type { DeployedResource } from '../cloudformation/resolveStacks.ts';
import type { Notification } from '../sns/startSns.ts';
import { alarmNotification } from './alarmNotification.ts';
import { type AlarmStanding, readAlarms, writeAlarms, writeWhole } from './alarmsFile.ts';
import { Datapoints, type KeptDatapoints } from './datapoints.ts';
import { type Datapoint, evaluateAlarm, MORE_PERIODS } from './evaluateAlarm.ts';
import { type Alarm, type PublishedMetrics, readAlarm } from './readAlarm.ts';

export interface CloudWatchOptions {
  /** All resources of the assembly; its alarms are evaluated. */
  resources: DeployedResource[];
  /** The metrics in AWS's own namespaces that the local services publish. */
  published: PublishedMetrics;
  /** The directory of `alarms.json` and `metrics.json`. */
  dir: string;
  publish: (topicArn: string, notification: Notification) => Promise<void>;
  log: (line: string) => void;
  /** Defaults to the system time. */
  now?: () => number;
}

export interface CloudWatch {
  /** Records measurements and immediately evaluates the alarms on their metrics. */
  put(measurements: Measurement[]): void;
  /** Evaluates every alarm, as happens once a minute. */
  evaluate(): void;
  stop(): void;
}

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/**
 * Evaluates the template's alarms on metrics that local services publish and that functions write
 * in the embedded metric format. There is no API. States and values survive a restart.
 */
export function startCloudWatch(options: CloudWatchOptions): CloudWatch {
  const { dir, log, publish, now = Date.now } = options;
  const alarms = options.resources
    .filter(({ type }) => type === 'AWS::CloudWatch::Alarm')
    .map((resource) => readAlarm(resource, String(resource.attributes.Arn), options.published));
  const watched = new Set(alarms.map(({ metric }) => keyOf(metric)));
  const metricsFile = join(dir, 'metrics.json');
  const datapoints = new Datapoints(readKept(metricsFile));
  const standings = new Map(alarms.map((alarm) => [alarm.name, standingOf(alarm)]));
  const longest = Math.max(0, ...alarms.map(lengthOf));
  writeAlarms(dir, [...standings.values()]);

  // First runs a minute after the start, when the initial values have arrived.
  const timer = setInterval(() => {
    evaluate();
    save();
  }, MINUTE);
  timer.unref();

  return {
    put(measurements) {
      const news = measurements.filter(({ metric }) => watched.has(keyOf(metric)));
      for (const measurement of news) datapoints.add(measurement);
      const keys = new Set(news.map(({ metric }) => keyOf(metric)));
      for (const alarm of alarms) if (keys.has(keyOf(alarm.metric))) judge(alarm);
    },
    evaluate,
    stop() {
      clearInterval(timer);
      save();
    },
  };

  function evaluate(): void {
    for (const alarm of alarms) judge(alarm);
    datapoints.forget(now() - longest - DAY);
  }

  function judge(alarm: Alarm): void {
    const verdict = evaluateAlarm(alarm, latest(alarm));
    const before = standings.get(alarm.name);
    if (verdict === null || before === undefined || verdict.state === before.state) return;
    const at = new Date(now());
    const { state, reason } = verdict;
    standings.set(alarm.name, { ...before, state, reason, since: at.toISOString() });
    writeAlarms(dir, [...standings.values()]);
    log(`alarm ${alarm.name}: ${before.state} -> ${state}: ${reason}`);
    const notification = alarmNotification({ alarm, from: before.state, to: state, reason, at });
    for (const topic of alarm.actions[state]) {
      publish(topic, notification).catch((error: unknown) =>
        log(`alarm ${alarm.name}: could not notify ${topic}: ${error}`),
      );
    }
  }

  /** Newest first. The window slides by the minute and includes the current one. */
  function latest({ metric, statistic, periodSeconds, evaluationPeriods }: Alarm): Datapoint[] {
    const end = (Math.floor(now() / MINUTE) + 1) * MINUTE;
    const period = periodSeconds * 1000;
    return Array.from({ length: evaluationPeriods + MORE_PERIODS }, (_, back) => {
      const from = end - (back + 1) * period;
      return { from, value: datapoints.read(metric, statistic, from, from + period) };
    });
  }

  function standingOf(alarm: Alarm): AlarmStanding {
    const kept = readAlarms(dir).find(({ name }) => name === alarm.name);
    return {
      name: alarm.name,
      description: alarm.description,
      state: kept?.state ?? 'INSUFFICIENT_DATA',
      since: kept?.since ?? new Date(now()).toISOString(),
      reason: kept?.reason ?? 'Unchecked: Initial alarm creation',
      watches: describe(alarm),
    };
  }

  function save(): void {
    writeWhole(metricsFile, JSON.stringify(datapoints));
  }
}

function readKept(file: string): KeptDatapoints {
  // Our own file.
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as KeptDatapoints) : {};
}

function lengthOf({ periodSeconds, evaluationPeriods }: Alarm): number {
  return periodSeconds * 1000 * (evaluationPeriods + MORE_PERIODS);
}

function describe(alarm: Alarm): string {
  const { statistic, metric, comparison, threshold, periodSeconds } = alarm;
  return `${statistic} of ${metric.namespace} ${metric.name} is ${comparison} ${threshold} in ${alarm.datapointsToAlarm} of ${alarm.evaluationPeriods} × ${periodSeconds / 60} min; none is ${alarm.missing}`;
}
