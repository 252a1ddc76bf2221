import {
  DescribeExecutionCommand,
  ExecutionDoesNotExist,
  InvalidToken,
  type SFNClient,
} from '@aws-sdk/client-sfn';
import { describe, expect, it } from 'vitest';
import { listExecutions } from '../../../../services/executions/listExecutions.ts';
import { toExecution } from '../../../../services/executions/toExecution.ts';

const item = (name: string, status: 'RUNNING' | 'SUCCEEDED' | 'FAILED' = 'SUCCEEDED') => ({
  executionArn: `arn:${name}`,
  stateMachineArn: 'arn:machine',
  name,
  status,
  startDate: new Date('2026-11-26T00:00:00Z'),
});

/** A Step Functions client with these executions, each with its input, or null if deleted. */
function aClient(inputs: { [name: string]: string | null }, lookedAt: string[] = []): SFNClient {
  const send = async (command: object) => {
    if (!(command instanceof DescribeExecutionCommand)) {
      const executions = Object.keys(inputs).map((name) =>
        item(name, name.startsWith('bad') ? 'FAILED' : 'SUCCEEDED'),
      );
      return { executions, nextToken: 'more' };
    }
    const name = String(command.input.executionArn).slice('arn:'.length);
    lookedAt.push(name);
    const input = inputs[name];
    if (input === null) throw new ExecutionDoesNotExist({ message: 'gone', $metadata: {} });
    return { input, ...(name.startsWith('bad') ? { error: 'X', cause: 'the disk' } : {}) };
  };
  // Nothing else of a client is used.
  return { send } as unknown as SFNClient;
}

const question = { arn: 'arn:machine', first: 20, after: null };

describe('listExecutions of the ingest workflow', () => {
  it('listExecutions names the run that each ingest execution read or decided on', async () => {
    const client = aClient({
      'shinkan-1': '{"key":"a.csv"}',
      'decide-1': '{"approve":"shinkan-0","by":"7"}',
      'by-hand': '{"discard":"shinkan-2","by":"7"}',
      forgotten: null,
      strange: 'null',
      broken: '{"approve":',
    });
    const page = await listExecutions(client, { ...question, workflow: 'INGEST' });
    expect(page?.executions.map(({ runId }) => runId)).toEqual([
      'shinkan-1',
      'shinkan-0',
      'shinkan-2',
      'forgotten',
      'strange',
      'broken',
    ]);
    expect(page?.endCursor).toBe('more');
  });
});

describe('listExecutions of the release workflow', () => {
  it('listExecutions describes only failed executions of the release workflow', async () => {
    const lookedAt: string[] = [];
    const client = aClient({ good: '{}', bad: '{}' }, lookedAt);
    const page = await listExecutions(client, { ...question, workflow: 'RELEASE' });
    expect(lookedAt).toEqual(['bad']);
    expect(page?.executions).toMatchObject([
      { name: 'good', runId: null, error: null, cause: null },
      { name: 'bad', runId: null, error: 'X', cause: 'the disk' },
    ]);
  });

  it('listExecutions returns null for the token of another list', async () => {
    const send = () => Promise.reject(new InvalidToken({ message: 'x', $metadata: {} }));
    const client = { send } as unknown as SFNClient;
    const asked = { ...question, workflow: 'RELEASE', after: 'x' } as const;
    expect(await listExecutions(client, asked)).toBeNull();
  });
});

describe('toExecution of a failed execution', () => {
  it.each([
    ['a line that ends within its message', '{"errorMessage":"the\ndisk"}'],
    ['an escape that JSON does not have', '{"errorMessage":"\\x"}'],
    ['a message without its end', '{"errorMessage":"the di'],
  ])('toExecution returns the cause unchanged if it contains %s', (_, cause) => {
    const told = toExecution('RELEASE', item('one', 'FAILED'), { cause });
    expect(told.cause).toBe(cause);
  });

  it('toExecution returns the shortened cause and nothing of the input', () => {
    const cause = JSON.stringify({ errorMessage: `the file ${'x'.repeat(600)}`, trace: ['y'] });
    const told = toExecution('INGEST', item('shinkan-1', 'FAILED'), {
      input: '{"key":"secret.csv","by":"7"}',
      error: 'IngestRefused',
      cause,
    });
    expect(told).toMatchObject({ status: 'FAILED', error: 'IngestRefused', runId: 'shinkan-1' });
    expect(told.cause).toMatch(/^the file x+$/);
    expect(told.cause).toHaveLength(500);
    expect(JSON.stringify(told)).not.toContain('secret');
  });
});
