import {
  DescribeExecutionCommand,
  ExecutionAlreadyExists,
  ExecutionDoesNotExist,
  type SFNClient,
  StartExecutionCommand,
} from '@aws-sdk/client-sfn';

/** An execution of the ingest workflow. */
export interface Execution {
  /** What it was started with, as JSON. */
  input: string;
  startedAt: Date;
  hasFailed: boolean;
  /** Of one that has failed: the error's name and what Step Functions tells of it. */
  error: string | null;
  cause: string | null;
}

/** The executions of one state machine, by name. */
export interface Executions {
  /**
   * Starts one and gives when. The same name with the same input is the same execution while it
   * runs; null when the name belongs to one that has ended or has another input.
   */
  start(name: string, input: object): Promise<Date | null>;
  /** Null when none has this name, or when it ended more than 90 days ago. */
  find(name: string): Promise<Execution | null>;
}

/** The executions of the state machine, through the Step Functions API. */
export function openExecutions(client: SFNClient, stateMachineArn: string): Executions {
  return {
    async start(name, input) {
      try {
        const { startDate } = await client.send(
          new StartExecutionCommand({ stateMachineArn, name, input: JSON.stringify(input) }),
        );
        return startDate ?? new Date();
      } catch (error) {
        if (error instanceof ExecutionAlreadyExists) return null;
        throw error;
      }
    },
    async find(name) {
      const executionArn = `${stateMachineArn.replace(':stateMachine:', ':execution:')}:${name}`;
      try {
        const found = await client.send(new DescribeExecutionCommand({ executionArn }));
        return {
          input: found.input ?? '{}',
          startedAt: found.startDate ?? new Date(),
          hasFailed: found.status !== 'RUNNING' && found.status !== 'SUCCEEDED',
          error: found.error ?? null,
          cause: found.cause ?? null,
        };
      } catch (error) {
        if (error instanceof ExecutionDoesNotExist) return null;
        throw error;
      }
    },
  };
}
