import {
  DescribeExecutionCommand,
  ExecutionAlreadyExists,
  ExecutionDoesNotExist,
  type SFNClient,
  StartExecutionCommand,
} from '@aws-sdk/client-sfn';

/** An execution of the ingest workflow. */
export interface Execution {
  /** Its input as JSON. */
  input: string;
  startedAt: Date;
  hasFailed: boolean;
  /** If it failed: the error's name and its cause from Step Functions. */
  error: string | null;
  cause: string | null;
}

/** The executions of one state machine, by name. */
export interface Executions {
  /**
   * Starts an execution and returns its start time. Starting the same name with the same input
   * returns the running execution; null if the name belongs to an execution that has ended or has
   * another input.
   */
  start(name: string, input: object): Promise<Date | null>;
  /** Null if there is none with this name, or it ended more than 90 days ago. */
  find(name: string): Promise<Execution | null>;
}

/** Accesses the executions of the state machine through the Step Functions API. */
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
