import { Cron } from 'croner';
import { readCron } from './cron.ts';
import type { NextRun } from './nextRun.ts';

const SECONDS: Record<string, number> = { second: 1, minute: 60, hour: 3600, day: 86_400 };

/**
 * Parses a schedule expression ("Schedule types in EventBridge Scheduler"): `cron(…)`, `rate(…)`,
 * `at(…)`. `rate(5 seconds)` is a local extension. A rate counts from `startedAt`. Throws for an
 * expression that AWS would reject.
 */
export function readExpression(expression: string, timezone: string, startedAt: Date): NextRun {
  const [, kind, body = ''] = /^(cron|rate|at)\((.*)\)$/.exec(expression.trim()) ?? [];
  if (kind === 'cron') return readCron(body, timezone);
  if (kind === 'rate') return rate(readRate(body), startedAt);
  if (kind === 'at') return at(body, timezone);
  throw new Error(`"${expression}": expected cron(…), rate(…) or at(…)`);
}

function readRate(body: string): number {
  const [, count = '', unit = ''] =
    /^([1-9]\d*) (second|minute|hour|day)s?$/.exec(body.trim()) ?? [];
  const seconds = SECONDS[unit];
  if (seconds) return Number(count) * seconds;
  throw new Error(`rate(${body}): expected a whole number and seconds, minutes, hours or days`);
}

function rate(seconds: number, startedAt: Date): NextRun {
  const period = seconds * 1000;
  const start = startedAt.getTime();
  return (after) => new Date(start + period * (Math.floor((after.getTime() - start) / period) + 1));
}

function at(body: string, timezone: string): NextRun {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/.test(body)) {
    throw new Error(`at(${body}): expected yyyy-mm-ddThh:mm:ss`);
  }
  const moment = new Cron(body, { timezone, paused: true }).nextRun(new Date(0));
  return (after) => (moment && moment > after ? moment : null);
}
