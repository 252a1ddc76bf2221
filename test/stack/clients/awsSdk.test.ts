import { GetPublicKeyCommand, KMSClient, NotFoundException } from '@aws-sdk/client-kms';
import { InvokeCommand, LambdaClient, ResourceNotFoundException } from '@aws-sdk/client-lambda';
import {
  DatabaseErrorException,
  ExecuteStatementCommand,
  RDSDataClient,
} from '@aws-sdk/client-rds-data';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  NoSuchKey,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { MessageRejected, SESClient, SendEmailCommand } from '@aws-sdk/client-ses';
import { SESv2Client, SendEmailCommand as SendEmailV2Command } from '@aws-sdk/client-sesv2';
import {
  DescribeExecutionCommand,
  ExecutionDoesNotExist,
  ListStateMachinesCommand,
  SFNClient,
} from '@aws-sdk/client-sfn';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { endpointVariables } from '../../../local/lib/endpoints.ts';
import { mailsTo, testStack } from '../../../tools/testing/testStack.ts';

/** What an AWS client finds in its environment; the code below names no address. */
function environment(): Record<string, string> {
  return {
    ...endpointVariables(testStack().endpoints),
    AWS_REGION: 'ap-northeast-1',
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
  };
}

const before = { ...process.env };
beforeAll(() => {
  Object.assign(process.env, environment());
});
afterAll(() => {
  process.env = before;
});

describe('AWS’s clients, configured only by AWS’s own variables', () => {
  it('AWS’s clients query the database, and recognize its error by class', async () => {
    const client = new RDSDataClient();
    const { clusterArn: resourceArn, secretArn } = testStack().resources;
    const target = { resourceArn, secretArn, database: 'shinkan' };
    const { records } = await client.send(
      new ExecuteStatementCommand({
        ...target,
        sql: 'select :n + 1',
        parameters: [{ name: 'n', value: { longValue: 41 } }],
      }),
    );
    expect(records?.[0]?.[0]).toEqual({ longValue: 42 });
    const wrong = client.send(new ExecuteStatementCommand({ ...target, sql: 'select nothing' }));
    await expect(wrong).rejects.toBeInstanceOf(DatabaseErrorException);
    await expect(wrong).rejects.toThrow("Unknown column 'nothing'");
  });

  it('AWS’s clients store an object, and recognize a missing one by class', async () => {
    const client = new S3Client();
    const place = { Bucket: testStack().resources.feedBucket, Key: 'clients/雪国 の灯.txt' };
    await client.send(new PutObjectCommand({ ...place, Body: '本日発売' }));
    const { Body, ETag } = await client.send(new GetObjectCommand(place));
    expect(await Body?.transformToString()).toBe('本日発売');
    expect(ETag).toMatch(/^"[0-9a-f]{32}"$/);
    await client.send(new DeleteObjectCommand(place));
    await expect(client.send(new GetObjectCommand(place))).rejects.toBeInstanceOf(NoSuchKey);
  });

  it.each([
    ['SES v1', sendByVersion1],
    ['SES v2', sendByVersion2],
  ])(
    'AWS’s clients send a mail through %s, and recognize a rejected sender by class',
    async (name, send) => {
      const to = `clients-${name.replace(' ', '-').toLowerCase()}@reader.example`;
      await send(SENDER, to);
      expect(mailsTo(to).at(-1)).toMatchObject({ subject: '本日発売', text: '雪国の灯' });
      await expect(send('stranger@elsewhere.example', to)).rejects.toMatchObject({
        name: MessageRejected.name,
      });
    },
  );

  it('AWS’s clients list the state machines, and recognize an unknown execution by class', async () => {
    const client = new SFNClient();
    const { stateMachines } = await client.send(new ListStateMachinesCommand());
    const { ingestStateMachine, releaseStateMachine } = testStack().resources;
    const arns = stateMachines?.map(({ stateMachineArn }) => stateMachineArn);
    expect(arns).toEqual(expect.arrayContaining([ingestStateMachine, releaseStateMachine]));
    const executionArn = `${ingestStateMachine.replace(':stateMachine:', ':execution:')}:none`;
    const missing = client.send(new DescribeExecutionCommand({ executionArn }));
    await expect(missing).rejects.toBeInstanceOf(ExecutionDoesNotExist);
  });

  it('AWS’s clients recognize a missing key and a missing function by class', async () => {
    const key = new KMSClient().send(new GetPublicKeyCommand({ KeyId: 'alias/none' }));
    await expect(key).rejects.toBeInstanceOf(NotFoundException);
    const invoked = new LambdaClient().send(new InvokeCommand({ FunctionName: 'none' }));
    await expect(invoked).rejects.toBeInstanceOf(ResourceNotFoundException);
  });
});

/** The address that the start command passes to the template as `MailFrom`. */
const SENDER = 'shinkan@shop.example';

const text = { Data: '本日発売' };
const body = { Text: { Data: '雪国の灯' } };

function sendByVersion1(Source: string, to: string): Promise<unknown> {
  const Destination = { ToAddresses: [to] };
  return new SESClient({ maxAttempts: 1 }).send(
    new SendEmailCommand({ Source, Destination, Message: { Subject: text, Body: body } }),
  );
}

function sendByVersion2(FromEmailAddress: string, to: string): Promise<unknown> {
  const Destination = { ToAddresses: [to] };
  const Content = { Simple: { Subject: text, Body: body } };
  return new SESv2Client({ maxAttempts: 1 }).send(
    new SendEmailV2Command({ FromEmailAddress, Destination, Content }),
  );
}
