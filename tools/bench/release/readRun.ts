import { ListExecutionsCommand, paginateGetExecutionHistory, SFNClient } from '@aws-sdk/client-sfn';
import { clientSettings, type Stack } from '../../stack/stack.ts';

/** When a run of the release workflow reached each stage: milliseconds since 1970. */
export interface Run {
  started: number;
  detected: number;
  published: number;
  filled: number;
}

/** Returns the run that published what the shop began to sell at `since`. */
export async function readRun(stack: Stack, since: number): Promise<Run> {
  const states = new SFNClient({ ...clientSettings, endpoint: stack.endpoints.states });
  try {
    const stateMachineArn = stack.resources.releaseStateMachine;
    const { executions = [] } = await states.send(
      new ListExecutionsCommand({ stateMachineArn, maxResults: 100 }),
    );
    for (const { executionArn = '', startDate } of executions.toReversed()) {
      const left = await leftStates(states, executionArn);
      const [detected, published, filled] = ['Detect', 'Publish', 'Fill the outbox'].map((name) =>
        left.get(name),
      );
      if (detected === undefined || detected < since) continue;
      if (published === undefined || filled === undefined) continue;
      return { started: startDate?.getTime() ?? Number.NaN, detected, published, filled };
    }
    throw new Error('No run of the release workflow has published anything since the sale began');
  } finally {
    states.destroy();
  }
}

/** When the execution left each of its states for the last time. */
async function leftStates(client: SFNClient, executionArn: string): Promise<Map<string, number>> {
  const left = new Map<string, number>();
  for await (const { events = [] } of paginateGetExecutionHistory({ client }, { executionArn })) {
    for (const { timestamp, stateExitedEventDetails } of events) {
      const name = stateExitedEventDetails?.name;
      if (name !== undefined && timestamp !== undefined) left.set(name, timestamp.getTime());
    }
  }
  return left;
}
