import type { Json, Resource } from '../../resource.ts';

export interface SchedulerOptions {
  resources: Resource[];
  startExecution: (stateMachineArn: string, input: Json) => Promise<unknown>;
  invokeLambda: (functionArn: string, payload: Json) => Promise<unknown>;
  log: (line: string) => void;
}

export interface Scheduler {
  /** The enabled schedules and when each runs next; null when it never will again. */
  schedules(): { name: string; expression: string; next: Date | null }[];
  stop(): Promise<void>;
}

/** Runs the schedules of the template. */
export async function startScheduler(_options: SchedulerOptions): Promise<Scheduler> {
  throw new Error('being written');
}
