import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DescribeExecutionCommand, SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { credentials, region } from '../../../lib/aws.ts';
import { makeDirectory } from '../../template/support.ts';

const local = join(import.meta.dirname, '../../..');
const directory = makeDirectory();
const stackFile = join(directory.path, 'stack.json');

interface StackFile {
  endpoints: { graphql: string; states: string };
  outputs: { Todo: { ApiKey: string; StateMachineArn: string } };
}

describe('the example app todo', () => {
  let command: ChildProcess;
  let exited: Promise<unknown[]>;
  let stack: StackFile;

  beforeAll(async () => {
    const app = `"${process.execPath}" examples/todo/app.ts`;
    command = spawn(
      process.execPath,
      ['cli.ts', 'start', '--app', app, '--dir', directory.path, '--port', '0'],
      { cwd: local, stdio: ['ignore', 'inherit', 'inherit'] },
    );
    exited = once(command, 'exit');
    await vi.waitUntil(() => existsSync(stackFile), { timeout: 110_000 });
    stack = JSON.parse(readFileSync(stackFile, 'utf8'));
  });
  afterAll(async () => {
    command.kill('SIGINT');
    await exited;
    directory.remove();
  });

  async function readTodos() {
    const { endpoints, outputs } = stack;
    const response = await fetch(endpoints.graphql, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-api-key': outputs.Todo.ApiKey },
      body: JSON.stringify({ query: '{ todos { id title } }' }),
    });
    return response.json();
  }

  it('the todo app answers a query from the table that a function created on deployment', async () => {
    expect(await readTodos()).toEqual({ data: { todos: [] } });
  });

  it('the todo app adds a todo through its state machine and function', async () => {
    const client = new SFNClient({ endpoint: stack.endpoints.states, region, credentials });
    const input = JSON.stringify({ title: '牛乳を買う' });
    const stateMachineArn = stack.outputs.Todo.StateMachineArn;
    const { executionArn } = await client.send(
      new StartExecutionCommand({ stateMachineArn, input }),
    );
    const execution = await vi.waitUntil(
      async () => {
        const described = await client.send(new DescribeExecutionCommand({ executionArn }));
        return described.status !== 'RUNNING' && described;
      },
      { timeout: 20_000 },
    );
    client.destroy();
    expect(execution).toMatchObject({ status: 'SUCCEEDED', output: '{"added":true}' });
    expect(await readTodos()).toEqual({ data: { todos: [{ id: '1', title: '牛乳を買う' }] } });
  });

  it('the todo app leaves nothing behind when it is stopped', async () => {
    command.kill('SIGINT');
    expect(await exited).toEqual([0, null]);
    expect(existsSync(stackFile)).toBe(false);
  });
});
