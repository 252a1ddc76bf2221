import * as sdk from '@aws-sdk/client-rds-data';
import { ExecuteSqlCommand, type ExecuteStatementCommandInput } from '@aws-sdk/client-rds-data';
import { describe, expect, it } from 'vitest';
import { aPrivateDataApi } from './privateDataApi.ts';

/** What the AWS client exports, by name. */
const exported = new Map<string, unknown>(Object.entries(sdk));

describe('rejections of the Data API', () => {
  const api = aPrivateDataApi({}, [
    `create table book (id int auto_increment primary key, title varchar(20) unique, price decimal(10,4),
       facts json, must int not null default 1, constraint book_price check (price >= 0))`,
    'create table part (book_id int, foreign key (book_id) references book (id))',
    "insert into book (id, title) values (1, '雪国')",
    'insert into part values (1)',
    'create table secret (n int)',
  ]);

  // The texts by which published clients recognise an error remain in the message.
  it.each<[string, RegExp]>([
    ["insert into book (title) values ('雪国')", /Duplicate entry '雪国'.*1062; SQLState: 23000/],
    ['insert into part values (9)', /foreign key constraint fails.*1452; SQLState: 23000/],
    ['delete from book', /foreign key constraint fails.*1451; SQLState: 23000/],
    ['insert into book (must) values (null)', /Column 'must' cannot be null.*1048/],
    ['select nope from book', /Unknown column 'nope'.*1054; SQLState: 42S22/],
    ['select * from nope', /Table 'books.nope' doesn't exist.*1146; SQLState: 42S02/],
    ["insert into book (title) values (repeat('x', 21))", /Data too long.*1406; SQLState: 22001/],
    ['select from', /You have an error in your SQL syntax.*1064; SQLState: 42000/],
    ['select title, count(*) from book group by price', /isn't in GROUP BY.*1055; SQLState: 42000/],
    // MariaDB's own numbers are translated.
    [
      'insert into book (price) values (-1)',
      /Check constraint 'book_price' is violated.*3819; SQLState: HY000/,
    ],
    [
      "insert into book (facts) values ('{')",
      /Invalid JSON text.*column 'book.facts'.*3140; SQLState: 22032/,
    ],
  ])('a rejection names MySQL’s own error: %s', async (sql, message) => {
    await expect(api.execute(sql)).rejects.toMatchObject({
      name: 'DatabaseErrorException',
      message: expect.stringMatching(message),
    });
  });

  it.each<[string, Partial<ExecuteStatementCommandInput>, string, RegExp]>([
    ['select 1; select 2', {}, 'ValidationException', /^Multistatements aren't supported\.$/],
    [
      'select 1',
      { schema: 'books' },
      'ValidationException',
      /^The schema parameter isn't supported$/,
    ],
    [`select '${'x'.repeat(65_536)}'`, {}, 'ValidationException', /at most 65536/],
    ['select ?', {}, 'BadRequestException', /Positional parameters/],
    ["select 'a", {}, 'BadRequestException', /not closed/],
    ['select :x', {}, 'BadRequestException', /Cannot find parameter: x/],
    [
      'select 1',
      { formatRecordsAs: 'XML' as 'JSON' },
      'BadRequestException',
      /formatRecordsAs is XML/,
    ],
    [
      'select 1',
      { resultSetOptions: { longReturnType: 'INT' as 'LONG' } },
      'BadRequestException',
      /longReturnType is INT/,
    ],
    [
      'select 1',
      { resultSetOptions: { decimalReturnType: 'LONG' as 'STRING' } },
      'BadRequestException',
      /decimalReturnType is LONG/,
    ],
    ["select repeat('x', 1048577)", {}, 'UnsupportedResultException', /exceeded size limit/],
    [
      "select repeat('x', 1048577) as x",
      { formatRecordsAs: 'JSON' },
      'UnsupportedResultException',
      /exceeded size limit/,
    ],
    ['select 1', { resourceArn: 'arn:nowhere' }, 'HttpEndpointNotEnabledException', /arn:nowhere/],
    ['select 1', { resourceArn: 'arn:closed' }, 'HttpEndpointNotEnabledException', /arn:closed/],
    ['select 1', { secretArn: 'arn:unknown' }, 'SecretsErrorException', /arn:unknown/],
    [
      'select 1',
      { secretArn: 'arn:other' },
      'DatabaseErrorException',
      /Access denied for user 'owner'/,
    ],
    ['select 1', { database: 'nope' }, 'DatabaseErrorException', /./],
    [
      'select * from secret',
      { secretArn: 'arn:reader' },
      'DatabaseErrorException',
      /SELECT command denied/,
    ],
    [
      'delete from book',
      { secretArn: 'arn:reader' },
      'DatabaseErrorException',
      /DELETE command denied/,
    ],
    [
      'select 1',
      { transactionId: 'nope' },
      'TransactionNotFoundException',
      /nope is not found\. Transaction may/,
    ],
    // Aurora rejects what only MariaDB supports; what MariaDB lacks, or answers differently, is
    // rejected by name.
    [
      "insert into book (title) values ('x') returning id",
      {},
      'DatabaseErrorException',
      /RETURNING.*MariaDB alone.*1064/,
    ],
    ['select 1 from book for share', {}, 'BadRequestException', /FOR SHARE at 19 is not emulated/],
    [
      "select convert_tz(now(), '+00:00', 'Asia/Tokyo')",
      {},
      'BadRequestException',
      /CONVERT_TZ.*NULL/,
    ],
  ])('%# %o is answered by %s', async (sql, rest, name, message) => {
    await expect(api.execute(sql, rest)).rejects.toMatchObject({
      name,
      message: expect.stringMatching(message),
    });
  });

  it('a request of more than 4 MiB, including its JSON, is rejected', async () => {
    const send = (length: number) =>
      api.execute('select length(:x)', {
        parameters: [{ name: 'x', value: { stringValue: 'x'.repeat(length) } }],
      });
    expect((await send(4 * 1024 * 1024 - 4096)).records).toEqual([[{ longValue: 4190208 }]]);
    await expect(send(4 * 1024 * 1024 - 100)).rejects.toMatchObject({
      name: 'BadRequestException',
      message: expect.stringContaining('at most 4194304'),
    });
  });

  it('ExecuteSql is rejected by name', async () => {
    const command = new ExecuteSqlCommand({
      dbClusterOrInstanceArn: 'arn:cluster',
      awsSecretStoreArn: 'arn:secret',
      sqlStatements: 'select 1',
    });
    await expect(api.client.send(command)).rejects.toMatchObject({
      name: 'BadRequestException',
      message: expect.stringMatching(/^ExecuteSql is not supported/),
    });
  });

  it.each([
    ['/Nothing', '{}', 404, 'POST /Nothing is not supported'],
    ['/Execute', '{', 400, 'not JSON'],
    ['/Execute', '[]', 400, 'not a JSON object'],
    ['/Execute', '{}', 400, 'sql is missing'],
    ['/Execute', '{"sql":"select 1"}', 400, 'resourceArn is missing'],
    ['/Execute', '{"sql":"select 1","resourceArn":"a"}', 400, 'secretArn is missing'],
    ['/Execute', '{"sql":"select 1","parameters":{}}', 400, 'parameters is {}, expected a list'],
    ['/Execute', '{"sql":5}', 400, 'sql is missing'],
    ['/BatchExecute', '{"sql":"select 1","parameterSets":[{}]}', 400, 'expected a list'],
    ['/CommitTransaction', '{"resourceArn":"a"}', 400, 'transactionId is missing'],
  ])('POST %s %s is rejected with %d', async (path, body, status, message) => {
    const answer = await api.post(path, body);
    expect(answer.status).toBe(status);
    expect(JSON.parse(answer.text).message).toContain(message);
  });

  const classes: [string, number][] = [
    ['AccessDeniedException', 403],
    ['BadRequestException', 400],
    ['DatabaseErrorException', 400],
    ['DatabaseNotFoundException', 404],
    ['DatabaseResumingException', 400],
    ['DatabaseUnavailableException', 504],
    ['ForbiddenException', 403],
    ['HttpEndpointNotEnabledException', 400],
    ['InternalServerErrorException', 500],
    ['InvalidResourceStateException', 400],
    ['InvalidSecretException', 400],
    ['NotFoundException', 404],
    ['SecretsErrorException', 400],
    ['ServiceUnavailableError', 503],
    ['StatementTimeoutException', 400],
    ['TransactionNotFoundException', 404],
    ['UnsupportedResultException', 400],
  ];

  it('every error class of the AWS client’s model is covered', () => {
    const isError = (name: string) => /(Exception|Error)$/.test(name);
    const known = [...exported.keys()].filter(
      (name) => isError(name) && name !== 'RDSDataServiceException',
    );
    expect(classes.map(([name]) => name)).toEqual(known.sort());
  });

  it.each(classes)('%s with %d can be requested by a test', async (name, status) => {
    await api.faults('PUT', [{ operation: 'ExecuteStatement', fault: name, times: 1 }]);
    const failed = await api.execute('select 1').catch((error: unknown) => error);
    expect(failed).toBeInstanceOf(exported.get(name));
    expect(failed).toMatchObject({ name, $metadata: { httpStatusCode: status } });
    expect((await api.execute('select 1')).records).toEqual([[{ longValue: 1 }]]);
  });
});
