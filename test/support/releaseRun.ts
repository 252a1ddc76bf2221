import { DescribeExecutionCommand, SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import { clientSettings, type Stack } from '../../tools/stack/stack.ts';
import { eventually } from './eventually.ts';

/** Runs the release workflow once, beside its schedule, and waits for its end. */
export async function startReleaseRun(stack: Stack): Promise<string> {
  const states = new SFNClient({ ...clientSettings, endpoint: stack.endpoints.states });
  try {
    const { executionArn } = await states.send(
      new StartExecutionCommand({
        stateMachineArn: stack.resources.releaseStateMachine,
        input: '{}',
      }),
    );
    return await eventually(
      'the end of a release run',
      async () => {
        const { status } = await states.send(new DescribeExecutionCommand({ executionArn }));
        return status === 'RUNNING' ? null : (status ?? null);
      },
      { within: 50_000 },
    );
  } finally {
    states.destroy();
  }
}
