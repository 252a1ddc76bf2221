import {
  BeginTransactionCommand,
  RDSDataClient,
  RollbackTransactionCommand,
} from '@aws-sdk/client-rds-data';
import { afterEach, describe, expect, it } from 'vitest';
import { credentials, region } from '../../../lib/aws.ts';
import { createDataApi } from '../../../services/rds-data/createDataApi.ts';
import { aPrivateDataApi, target } from './privateDataApi.ts';

describe('faults of the Data API', () => {
  const api = aPrivateDataApi({}, ['create table book (id int auto_increment primary key)']);
  afterEach(async () => {
    await api.faults('DELETE');
  });
  const insert = () => api.execute('insert into book values ()');
  const count = async () =>
    (await api.execute('select count(*) from book')).records?.[0]?.[0]?.longValue;
  const outcome = (call: Promise<unknown>) =>
    call.then(
      () => 'done',
      (error: Error) => error.name,
    );

  it('a fault hits the next calls of one operation', async () => {
    await api.faults('PUT', [
      { operation: 'BeginTransaction', fault: 'ThrottlingException', times: 2 },
    ]);
    const begin = () => api.client.send(new BeginTransactionCommand(target));
    expect([await outcome(begin()), await outcome(insert()), await outcome(begin())]).toEqual([
      'ThrottlingException',
      'done',
      'ThrottlingException',
    ]);
    const { transactionId } = await begin();
    await api.client.send(new RollbackTransactionCommand({ ...target, transactionId }));
  });

  it('a fault hits a share of all calls, which the AWS client retries', async () => {
    const patient = new RDSDataClient({ credentials, region, endpoint: api.url });
    await api.faults('PUT', [{ fault: 'ServiceUnavailableError', share: 0.5 }]);
    const answers = Array.from({ length: 3 }, () =>
      patient.send(new BeginTransactionCommand(target)),
    );
    for (const { transactionId } of await Promise.all(answers)) expect(transactionId).toBeDefined();
    const { faults } = (await (await api.faults('GET')).json()) as { faults: { taken: number }[] };
    expect(faults[0]?.taken).toBeGreaterThanOrEqual(2);
    patient.destroy();
  });

  it('a fault can be a lost answer: the work is done', async () => {
    const before = (await count()) ?? 0;
    await api.faults('PUT', [{ operation: 'ExecuteStatement', fault: 'answerLost', times: 1 }]);
    expect(await outcome(insert())).toBe('TimeoutError'); // the client's name for a reset connection
    expect(await count()).toBe(before + 1);
  });

  it('a fault can be a missing answer: nothing is done', async () => {
    const before = await count();
    const hasty = new RDSDataClient({
      credentials,
      region,
      endpoint: api.url,
      maxAttempts: 1,
      requestHandler: { requestTimeout: 300, throwOnRequestTimeout: true },
    });
    await api.faults('PUT', [{ fault: 'timeout', times: 1 }]);
    const failed = await hasty.send(new BeginTransactionCommand(target)).catch((error) => error);
    expect(failed).toMatchObject({ name: 'TimeoutError' });
    expect(await count()).toBe(before);
    hasty.destroy();
  });

  it('a fault that the service does not have is rejected', async () => {
    const answer = await api.faults('PUT', [{ operation: 'Execute', fault: 'timeout', times: 1 }]);
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain('operation Execute is none of ExecuteStatement');
  });

  it('a fault also hits callers inside the process', async () => {
    const { socketPath } = api.server;
    const users = { [target.secretArn]: { user: 'owner', password: "it's, secret" } };
    const { resourceArn } = target;
    const inside = createDataApi([{ resourceArn, httpEndpoint: true, socketPath, users }]);
    const request = { ...target, sql: 'select 1' };
    inside.faults.set([{ fault: 'DatabaseResumingException', times: 1 }]);
    expect(await outcome(inside.executeStatement(request))).toBe('DatabaseResumingException');
    expect(await outcome(inside.executeStatement(request))).toBe('done');
    await inside.end();
  });
});

describe('a stopped database server', () => {
  const api = aPrivateDataApi({}, ['create table book (id int)']);

  it('a stopped database server is reported as unavailable', async () => {
    await api.execute('select 1');
    await api.server.stop();
    await expect(api.execute('select 1')).rejects.toMatchObject({
      name: 'DatabaseUnavailableException',
      $metadata: { httpStatusCode: 504 },
    });
  });
});
