import {
  NotEmulated,
  nameOf,
  refuseUnknownMembers,
  refuseUnknownProperties,
} from '../../lib/refuse.ts';
import type { Json, Resource } from '../../lib/resource.ts';
import { DEFAULT_POLICY, type RetryPolicy } from './deliver.ts';
import { readExpression } from './expression.ts';
import type { NextRun } from './nextRun.ts';
import { type Invokers, readTarget, type Target } from './target.ts';

/** One enabled AWS::Scheduler::Schedule. */
export interface Schedule {
  name: string;
  expression: string;
  next: NextRun;
  target: Target;
  policy: RetryPolicy;
}

const HONOURED = [
  ...['ScheduleExpression', 'ScheduleExpressionTimezone', 'State', 'Target', 'GroupName'],
  ...['StartDate', 'EndDate', 'FlexibleTimeWindow'],
];
const HARMLESS = ['Name', 'Description', 'KmsKeyArn'];

/**
 * Reads a schedule; returns null if it is DISABLED. Throws, naming the setting, for anything not
 * emulated.
 */
export function readSchedule(
  resource: Resource,
  invokers: Invokers,
  startedAt: Date,
): Schedule | null {
  refuseUnknownProperties(resource, HONOURED, HARMLESS);
  const {
    ScheduleExpression: expression,
    ScheduleExpressionTimezone: timezone = 'UTC',
    State = 'ENABLED',
    StartDate,
    EndDate,
  } = resource.properties;
  const target = readTarget(resource, invokers);
  const policy = readPolicy(resource);
  checkWindow(resource);
  // A rate counts from its StartDate.
  const from = StartDate === undefined ? startedAt : new Date(String(StartDate));
  const next = readNext(resource, String(expression), String(timezone), from);
  if (State === 'DISABLED') return null;
  if (State !== 'ENABLED') {
    throw new Error(`${nameOf(resource)}: State is ${State}, expected ENABLED or DISABLED`);
  }
  return {
    name: resource.ref,
    expression: String(expression),
    next: within(next, StartDate, EndDate),
    target,
    policy,
  };
}

function readPolicy(resource: Resource): RetryPolicy {
  const { RetryPolicy: given = {} } = (resource.properties.Target ?? {}) as {
    [name: string]: Json;
  };
  refuseUnknownMembers(resource, 'Target.RetryPolicy', given, Object.keys(DEFAULT_POLICY));
  return { ...DEFAULT_POLICY, ...(given as object) };
}

/** A flexible window allows a run at its beginning, which is what happens here. */
function checkWindow(resource: Resource): void {
  const { FlexibleTimeWindow = { Mode: 'OFF' } } = resource.properties;
  refuseUnknownMembers(resource, 'FlexibleTimeWindow', FlexibleTimeWindow, [
    'Mode',
    'MaximumWindowInMinutes',
  ]);
  const { Mode } = FlexibleTimeWindow as { Mode?: Json };
  if (Mode === 'OFF' || Mode === 'FLEXIBLE') return;
  throw new NotEmulated(`${nameOf(resource)}: FlexibleTimeWindow.Mode ${Mode} is not emulated`);
}

function readNext(
  resource: Resource,
  expression: string,
  timezone: string,
  startedAt: Date,
): NextRun {
  try {
    return readExpression(expression, timezone, startedAt);
  } catch (error) {
    throw new Error(`${resource.stack}.${resource.logicalId}: ${error}`);
  }
}

function within(next: NextRun, start: unknown, end: unknown): NextRun {
  if (start === undefined && end === undefined) return next;
  const from = start === undefined ? new Date(0) : new Date(String(start));
  const to = end === undefined ? null : new Date(String(end));
  return (after) => {
    // StartDate itself is included.
    const due = next(after < from ? new Date(from.getTime() - 1) : after);
    return due && to && due > to ? null : due;
  };
}
