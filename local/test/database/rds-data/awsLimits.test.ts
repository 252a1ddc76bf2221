import { afterEach, describe, expect, it, vi } from 'vitest';
import { createDataApi, type DataApi } from '../../../services/rds-data/createDataApi.ts';
import { aPrivateDataApi, target } from './privateDataApi.ts';

const MINUTE = 60_000;

describe('the Data API with AWS’s limits', () => {
  const api = aPrivateDataApi({}, ['create table book (id int primary key)']);
  afterEach(() => {
    vi.useRealTimers();
  });

  it('a statement may run for 45 seconds', async () => {
    const dataApi = open();
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    let outcome = 'none';
    const done = dataApi.executeStatement({ ...target, sql: 'select sleep(600)' }).then(
      () => {
        outcome = 'ended by itself';
      },
      ({ name }: Error) => {
        outcome = name;
      },
    );
    const root = await api.server.connectAsRoot();
    await vi.waitUntil(async () => {
      const [rows] = await root.query('show processlist');
      return JSON.stringify(rows).includes('sleep(');
    });
    await root.end();
    vi.advanceTimersByTime(44_999);
    expect(outcome).toBe('none');
    vi.advanceTimersByTime(1);
    await done;
    expect(outcome).toBe('StatementTimeoutException');
    await dataApi.end();
  });

  /** The API in this process, so that the test can control its clock. */
  const open = () => {
    const users = { [target.secretArn]: { user: 'owner', password: "it's, secret" } };
    const { resourceArn } = target;
    const { socketPath } = api.server;
    return createDataApi([{ resourceArn, httpEndpoint: true, socketPath, users }]);
  };
  const begin = async (dataApi: DataApi) => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { transactionId } = await dataApi.beginTransaction(target);
    return () => dataApi.executeStatement({ ...target, transactionId, sql: 'select 1' });
  };
  const expired = { name: 'TransactionNotFoundException' };

  it('a transaction expires after three minutes without use', async () => {
    const dataApi = open();
    const use = await begin(dataApi);
    vi.advanceTimersByTime(3 * MINUTE - 1);
    await use();
    await new Promise(setImmediate); // its connection is idle again
    vi.advanceTimersByTime(3 * MINUTE);
    await expect(use()).rejects.toMatchObject(expired);
    await dataApi.end();
  });

  it('a transaction expires after 24 hours, however much it is used', async () => {
    const dataApi = open();
    const use = await begin(dataApi);
    for (let minutes = 2; minutes < 24 * 60; minutes += 2) {
      vi.advanceTimersByTime(2 * MINUTE);
      await use();
    }
    vi.advanceTimersByTime(2 * MINUTE);
    await expect(use()).rejects.toMatchObject(expired);
    await dataApi.end();
  });
});
