import { refuseUnknownProperties } from '../../refuse.ts';
import type { Resource } from '../../resource.ts';
import { type NextRun, readExpression } from './expression.ts';
import { type Invokers, readTarget, type Target } from './target.ts';

/** One enabled AWS::Scheduler::Schedule. */
export interface Schedule {
  name: string;
  expression: string;
  next: NextRun;
  target: Target;
}

const HONOURED = [
  ...['ScheduleExpression', 'ScheduleExpressionTimezone', 'State', 'Target', 'GroupName'],
  ...['StartDate', 'EndDate'],
];
// A flexible window allows a run at its beginning, which is what happens here.
const HARMLESS = ['Name', 'Description', 'FlexibleTimeWindow', 'KmsKeyArn'];

/** Reads a schedule; null when it is DISABLED. What of it cannot be run here throws, by name. */
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
  const next = readNext(resource, String(expression), String(timezone), startedAt);
  if (State !== 'ENABLED') return null;
  return {
    name: resource.ref,
    expression: String(expression),
    next: within(next, StartDate, EndDate),
    target,
  };
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
    // The moment of StartDate itself counts.
    const due = next(after < from ? new Date(from.getTime() - 1) : after);
    return due && to && due > to ? null : due;
  };
}
