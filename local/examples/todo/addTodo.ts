import { ExecuteStatementCommand, RDSDataClient } from '@aws-sdk/client-rds-data';

const client = new RDSDataClient();

/** Creates the table if it is missing and adds the given todo, if any. */
export async function handler({ title }: { title?: string }): Promise<{ added: boolean }> {
  await execute(`create table if not exists todo (
    id bigint not null auto_increment primary key,
    title varchar(200) not null
  )`);
  if (title === undefined) return { added: false };
  await execute('insert into todo (title) values (:title)', title);
  return { added: true };
}

function execute(sql: string, title?: string): Promise<object> {
  return client.send(
    new ExecuteStatementCommand({
      resourceArn: process.env.CLUSTER_ARN,
      secretArn: process.env.SECRET_ARN,
      database: 'todo',
      sql,
      ...(title !== undefined && {
        parameters: [{ name: 'title', value: { stringValue: title } }],
      }),
    }),
  );
}
