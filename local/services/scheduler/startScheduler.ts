import { nameOf, refuseUnknownProperties } from '../../lib/refuse.ts';
import type { Json, Resource } from '../../lib/resource.ts';
import { deliver } from './deliver.ts';
import { repeat } from './repeat.ts';
import { readSchedule } from './schedule.ts';

export interface SchedulerOptions {
  /** All resources of the assembly; its schedules are run. */
  resources: Resource[];
  startExecution: (stateMachineArn: string, input: Json, name?: string) => Promise<unknown>;
  invokeLambda: (functionArn: string, payload: Json) => Promise<unknown>;
  log: (line: string) => void;
}

export interface Scheduler {
  /** The enabled schedules with their next runs; null if a schedule never runs again. */
  schedules(): { name: string; expression: string; next: Date | null }[];
  stop(): Promise<void>;
}

/**
 * Runs the template's schedules at their times, whether or not the last run has ended, as
 * EventBridge does. A rate first runs one period after the start.
 */
export async function startScheduler(options: SchedulerOptions): Promise<Scheduler> {
  const startedAt = new Date();
  const ending = new AbortController();
  checkGroups(options.resources);
  const schedules = options.resources
    .filter(({ type }) => type === 'AWS::Scheduler::Schedule')
    .map((resource) => readSchedule(resource, options, startedAt))
    .filter((schedule) => schedule !== null);
  const stops = schedules.map(({ name, next, target, policy }) =>
    repeat(
      next,
      (due) => {
        deliver(target, due, policy, ending.signal).catch((error: unknown) =>
          options.log(`schedule ${name}: ${error}`),
        );
      },
      (due) =>
        options.log(
          `schedule ${name}: skipped ${due.toISOString()}, which passed while this machine slept`,
        ),
    ),
  );
  return {
    schedules: () =>
      schedules.map(({ name, expression, next }) => ({ name, expression, next: next(new Date()) })),
    stop: async () => {
      for (const stop of stops) stop();
      ending.abort();
    },
  };
}

function checkGroups(resources: Resource[]): void {
  const groups = resources.filter(({ type }) => type === 'AWS::Scheduler::ScheduleGroup');
  for (const group of groups) refuseUnknownProperties(group, ['Name'], ['Tags']);
  const known = ['default', ...groups.map(({ ref }) => ref)];
  for (const schedule of resources) {
    if (schedule.type !== 'AWS::Scheduler::Schedule') continue;
    const { GroupName = 'default' } = schedule.properties;
    if (known.includes(String(GroupName))) continue;
    throw new Error(`${nameOf(schedule)}: there is no schedule group ${GroupName}`);
  }
}
