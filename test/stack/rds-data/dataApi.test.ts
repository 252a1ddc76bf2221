import { setTimeout as sleep } from 'node:timers/promises';
import {
  BatchExecuteStatementCommand,
  BeginTransactionCommand,
  CommitTransactionCommand,
  DatabaseErrorException,
  ExecuteStatementCommand,
  type ExecuteStatementCommandInput,
  RDSDataClient,
  RollbackTransactionCommand,
  StatementTimeoutException,
  TransactionNotFoundException,
} from '@aws-sdk/client-rds-data';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  prepareOwnDatabase,
  prepareReader,
} from '../../../local/services/mariadb/prepareDatabases.ts';
import { type Mariadb, startMariadb } from '../../../local/services/mariadb/startMariadb.ts';
import { createDataApi } from '../../../local/services/rds-data/createDataApi.ts';
import { type RdsData, startRdsData } from '../../../local/services/rds-data/startRdsData.ts';
import { makeDirectory, type TestDirectory } from '../../unit/local/template/support.ts';

const target = { resourceArn: 'arn:cluster', secretArn: 'arn:secret', database: 'books' };

describe('the Data API, through the AWS client', () => {
  let directory: TestDirectory;
  let mariadb: Mariadb;
  let server: RdsData;
  let client: RDSDataClient;

  beforeAll(async () => {
    directory = makeDirectory();
    mariadb = await startMariadb(directory.path, () => undefined);
    const owner = { user: 'owner', password: "it's, secret" };
    const reader = { user: 'reader', password: 'r' };
    const root = await mariadb.connectAsRoot();
    await prepareOwnDatabase(root, 'books', owner);
    await root.query(`create table books.book (
      id int auto_increment primary key, title varchar(20) unique, price decimal(10,4), paper boolean,
      small tinyint, large bigint unsigned, weight float, wide double, year year, facts json, day date,
      at datetime(6), stamp timestamp null, raw varbinary(4), body blob, text longtext, bits bit(8),
      constraint book_price check (price >= 0))`);
    await root.query(`insert into books.book values (1, '雪国', 123456.789, true, 5, 18446744073709551615, 0.1,
      0.25, 2024, '{"a": 1}', '2024-02-29', '2024-01-02 03:04:05.000600', '2024-01-02 03:04:05', x'00ff', 'abc',
      'long', b'10000001')`);
    await root.query('create table books.secret (n int)');
    await prepareReader(root, 'books', reader, ['book']);
    await root.end();
    const { socketPath } = mariadb;
    const clusters = [
      {
        resourceArn: 'arn:cluster',
        httpEndpoint: true,
        socketPath,
        users: { 'arn:secret': owner, 'arn:reader': reader },
      },
      { resourceArn: 'arn:closed', httpEndpoint: false, socketPath, users: { 'arn:other': owner } },
    ];
    const limits = { statementSeconds: 1, idleSeconds: 1 };
    server = await startRdsData(createDataApi(clusters, limits), 0, () => undefined);
    client = new RDSDataClient({
      endpoint: server.url,
      region: 'ap-northeast-1',
      credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
      maxAttempts: 1,
    });
  });

  afterAll(async () => {
    client.destroy();
    await server.stop();
    await mariadb.stop();
    directory.remove();
  });

  const execute = (sql: string, rest: Partial<ExecuteStatementCommandInput> = {}) =>
    client.send(new ExecuteStatementCommand({ ...target, sql, ...rest }));

  it.each([
    ['title', { stringValue: '雪国' }, 'VARCHAR'],
    ['price', { stringValue: '123456.7890' }, 'DECIMAL'],
    ['paper', { booleanValue: true }, 'BIT'],
    ['small', { longValue: 5 }, 'TINYINT'],
    ['weight', { doubleValue: 0.1 }, 'FLOAT'],
    ['wide', { doubleValue: 0.25 }, 'DOUBLE'],
    ['year', { longValue: 2024 }, 'YEAR'],
    ['facts', { stringValue: '{"a": 1}' }, 'JSON'],
    ['day', { stringValue: '2024-02-29' }, 'DATE'],
    ['at', { stringValue: '2024-01-02 03:04:05.000600' }, 'DATETIME'],
    ['stamp', { stringValue: '2024-01-02 03:04:05' }, 'TIMESTAMP'],
    ['raw', { blobValue: new Uint8Array([0, 255]) }, 'VARBINARY'],
    ['body', { blobValue: new Uint8Array([97, 98, 99]) }, 'BLOB'],
    ['text', { stringValue: 'long' }, 'LONGTEXT'],
    ['bits', { longValue: 129 }, 'BIT'],
    ['null', { isNull: true }, 'NULL'],
    ['json_object("b", 1)', { stringValue: '{"b": 1}' }, 'JSON'],
    ['count(*)', { longValue: 1 }, 'BIGINT'],
  ])('gives the column %s as %o, named %s', async (column, field, typeName) => {
    const sql = `select ${column} as found from book where id = 1`;
    const { records, columnMetadata } = await execute(sql, { includeResultMetadata: true });
    expect(records).toEqual([[field]]);
    expect(columnMetadata?.[0]).toMatchObject({ label: 'found', typeName });
  });

  it('lets no digit of a large integer be lost on the way to the wire', async () => {
    const body = JSON.stringify({ ...target, sql: 'select large from book where id = 1' });
    const response = await fetch(`${server.url}/Execute`, { method: 'POST', body });
    expect(await response.text()).toContain('"longValue":18446744073709551615');
    const asText = await execute('select large from book where id = 1', {
      resultSetOptions: { longReturnType: 'STRING', decimalReturnType: 'DOUBLE_OR_LONG' },
    });
    expect(asText.records).toEqual([[{ stringValue: '18446744073709551615' }]]);
  });

  it('binds each kind of value as what it is', async () => {
    const { records } = await execute('select :text, :n, :n / 2, :no, :nothing, :bytes, :d', {
      parameters: [
        { name: 'text', value: { stringValue: "'; drop table book" } },
        { name: 'n', value: { longValue: 5 } },
        { name: 'no', value: { booleanValue: false } },
        { name: 'nothing', value: { isNull: true } },
        { name: 'bytes', value: { blobValue: new Uint8Array([1, 2]) } },
        { name: 'd', value: { doubleValue: 1.5 } },
      ],
    });
    expect(records?.[0]).toEqual([
      { stringValue: "'; drop table book" },
      { longValue: 5 },
      { stringValue: '2.5000' },
      { longValue: 0 },
      { isNull: true },
      { blobValue: new Uint8Array([1, 2]) },
      { doubleValue: 1.5 },
    ]);
  });

  it('tells how many rows a statement touched and which id it made', async () => {
    const made = await execute("insert into book (title) values ('舞姫')");
    const id = made.generatedFields?.[0]?.longValue;
    expect(made).toMatchObject({
      numberOfRecordsUpdated: 1,
      generatedFields: [{ longValue: expect.any(Number) }],
    });
    const changed = await execute('update book set small = 1 where id = :id', {
      parameters: [{ name: 'id', value: { longValue: id ?? 0 } }],
    });
    expect(changed).toMatchObject({ numberOfRecordsUpdated: 1, generatedFields: [] });
    await execute("delete from book where title = '舞姫'");
  });

  it('runs a batch once for each parameter set', async () => {
    const titles = ['こころ', '三四郎'].map((title) => [
      { name: 'title', value: { stringValue: title } },
    ]);
    const sql = 'insert into book (title) values (:title)';
    const done = await client.send(
      new BatchExecuteStatementCommand({ ...target, sql, parameterSets: titles }),
    );
    expect(done.updateResults).toHaveLength(2);
    expect(
      (await execute("delete from book where title in ('こころ', '三四郎')"))
        .numberOfRecordsUpdated,
    ).toBe(2);
  });

  it('formats records as JSON when asked', async () => {
    const { formattedRecords, records } = await execute(
      'select id, title, day, null as n from book where id = 1',
      {
        formatRecordsAs: 'JSON',
      },
    );
    expect(JSON.parse(formattedRecords ?? '')).toEqual([
      { id: 1, title: '雪国', day: '2024-02-29', n: null },
    ]);
    expect(records).toBeUndefined();
  });

  it.each<[string, Partial<ExecuteStatementCommandInput>, string, RegExp]>([
    [
      "insert into book (title) values ('雪国')",
      {},
      'DatabaseErrorException',
      /Duplicate entry '雪国'.*Error code: 1062/,
    ],
    [
      'insert into book (price) values (-1)',
      {},
      'DatabaseErrorException',
      /Check constraint 'book_price' is violated.*3819/,
    ],
    ['select nope from book', {}, 'DatabaseErrorException', /Unknown column 'nope'/],
    ['select * from nope', {}, 'DatabaseErrorException', /Table 'books.nope' doesn't exist/],
    [
      "insert into book (title) values (repeat('x', 21))",
      {},
      'DatabaseErrorException',
      /Data too long/,
    ],
    [
      'select * from secret',
      { secretArn: 'arn:reader' },
      'DatabaseErrorException',
      /SELECT command denied/,
    ],
    [
      'insert into book (title) values (1)',
      { secretArn: 'arn:reader' },
      'DatabaseErrorException',
      /INSERT command denied/,
    ],
    ['select 1; select 2', {}, 'BadRequestException', /Multistatements/],
    ['select :x', {}, 'BadRequestException', /Cannot find parameter: x/],
    ["select repeat('x', 1048577)", {}, 'BadRequestException', /response size limit/],
    ['select 1', { resourceArn: 'arn:nowhere' }, 'NotFoundException', /arn:nowhere/],
    ['select 1', { resourceArn: 'arn:closed' }, 'HttpEndpointNotEnabledException', /arn:closed/],
    ['select 1', { secretArn: 'arn:unknown' }, 'SecretsErrorException', /arn:unknown/],
    [
      'select 1',
      { secretArn: 'arn:other' },
      'DatabaseErrorException',
      /Access denied for user 'owner'/,
    ],
    ['select 1', { transactionId: 'nope' }, 'TransactionNotFoundException', /nope/],
    [
      'select :t',
      {
        parameters: [
          { name: 't', value: { stringValue: '2024-01-01T00:00:00Z' }, typeHint: 'TIMESTAMP' },
        ],
      },
      'BadRequestException',
      /"2024-01-01T00:00:00Z" is no TIMESTAMP/,
    ],
    [
      'select :t',
      { parameters: [{ name: 't', value: { arrayValue: { longValues: [1] } } }] },
      'BadRequestException',
      /arrayValue is not supported/,
    ],
  ])('answers %s %o with %s', async (sql, rest, name, message) => {
    await expect(execute(sql, rest)).rejects.toMatchObject({
      name,
      message: expect.stringMatching(message),
    });
  });

  it('refuses a request of more than 4 MiB', async () => {
    const parameters = [{ name: 'x', value: { stringValue: 'x'.repeat(4 * 1024 * 1024) } }];
    await expect(execute('select length(:x)', { parameters })).rejects.toMatchObject({
      name: 'BadRequestException',
    });
  });

  it('ends a statement that runs too long, and names its connection', async () => {
    const slow = execute('select sleep(5)');
    await expect(slow).rejects.toBeInstanceOf(StatementTimeoutException);
    await expect(slow).rejects.toMatchObject({ dbConnectionId: expect.any(Number) });
  });

  it('lets a statement go on after its timeout when asked', async () => {
    const sql = "insert into book (title) select if(sleep(1.5), 'x', '遅い本')";
    await expect(execute(sql, { continueAfterTimeout: true })).rejects.toBeInstanceOf(
      StatementTimeoutException,
    );
    await expect
      .poll(
        async () =>
          (await execute("delete from book where title = '遅い本'")).numberOfRecordsUpdated,
        { timeout: 3000 },
      )
      .toBe(1);
  });

  const begin = async () =>
    (await client.send(new BeginTransactionCommand(target))).transactionId ?? '';
  const count = async () =>
    (await execute("select count(*) from book where title = '新刊'")).records?.[0]?.[0]?.longValue;

  it('keeps a transaction to itself until it is committed', async () => {
    const transactionId = await begin();
    await execute("insert into book (title) values ('新刊')", { transactionId });
    expect(await count()).toBe(0);
    const done = await client.send(new CommitTransactionCommand({ ...target, transactionId }));
    expect(done.transactionStatus).toBe('Transaction Committed');
    expect(await count()).toBe(1);
    await execute("delete from book where title = '新刊'");
  });

  it('takes back what a transaction did when it is rolled back', async () => {
    const transactionId = await begin();
    await execute("insert into book (title) values ('新刊')", { transactionId });
    const done = await client.send(new RollbackTransactionCommand({ ...target, transactionId }));
    expect(done.transactionStatus).toBe('Rollback Complete');
    expect(await count()).toBe(0);
    await expect(execute('select 1', { transactionId })).rejects.toBeInstanceOf(
      TransactionNotFoundException,
    );
  });

  it('refuses a second statement while the transaction runs one', async () => {
    const transactionId = await begin();
    const slow = execute('select sleep(0.5)', { transactionId });
    await sleep(100);
    const second = execute('select 1', { transactionId });
    await expect(second).rejects.toBeInstanceOf(DatabaseErrorException);
    await expect(second).rejects.toThrow('Transaction is still running a query');
    await slow;
    await client.send(new RollbackTransactionCommand({ ...target, transactionId }));
  });

  it('rolls back a transaction that nobody uses', async () => {
    const transactionId = await begin();
    await execute("insert into book (title) values ('新刊')", { transactionId });
    await sleep(1500);
    await expect(execute('select 1', { transactionId })).rejects.toBeInstanceOf(
      TransactionNotFoundException,
    );
    expect(await count()).toBe(0);
  });

  it('names an operation that it does not have', async () => {
    const response = await fetch(`${server.url}/ExecuteSql`, { method: 'POST', body: '{}' });
    expect(response.status).toBe(404);
    expect(await response.json()).toEqual({
      message: expect.stringContaining('/ExecuteSql is not emulated'),
    });
  });
});
