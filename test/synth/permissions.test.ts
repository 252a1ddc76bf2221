import { readdirSync, readFileSync } from 'node:fs';
import { buildASTSchema, getNamedType, isObjectType, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { resources, templates } from './synthesize.ts';

interface Statement {
  Action: string | string[];
  Resource: unknown;
}

/** The roles that may perform this action, by the start of their names. */
function rolesThatMay(action: string): string[] {
  return resources('AWS::IAM::Policy')
    .filter(({ Properties }) =>
      Properties.PolicyDocument.Statement.some((statement: Statement) =>
        [statement.Action].flat().includes(action),
      ),
    )
    .flatMap(({ Properties }) => Properties.Roles.map((role: { Ref: string }) => role.Ref))
    .map((role: string) => role.replace(/Role[0-9A-F]{8}$/, ''))
    .sort();
}

describe('permission', () => {
  it('only sign-in may sign tokens', () => {
    expect(rolesThatMay('kms:Sign')).toEqual(['SignInSignIn']);
  });

  it('only the two senders may send mail, from one identity', () => {
    expect(rolesThatMay('ses:SendRawEmail')).toEqual(['MailMailSend', 'OperatorsMailTellOperator']);
  });

  it('only the publisher and the functions that end sessions may call the API, each for one field', () => {
    const fields = resources('AWS::IAM::Policy').flatMap(({ logicalId, Properties }) =>
      Properties.PolicyDocument.Statement.filter(({ Action }: Statement) =>
        [Action].flat().includes('appsync:GraphQL'),
      ).map(({ Resource }: Statement) => [
        logicalId.replace(/RoleDefaultPolicy.*/, ''),
        [Resource].flat().map((one) => /\/types\/([^"]*)"/.exec(JSON.stringify(one))?.[1]),
      ]),
    );
    expect(Object.fromEntries(fields)).toEqual({
      PublisherReleasePublish: ['Mutation/fields/publishBookEvent'],
      SignInSignIn: ['Mutation/fields/disconnectSession'],
      SessionsEndSessions: ['Mutation/fields/disconnectSession'],
    });
  });

  it('partners may call the API for books alone, and nobody else may', () => {
    const [role, ...more] = resources('AWS::IAM::Role').filter(({ Properties }) =>
      JSON.stringify(Properties.Policies ?? []).includes('appsync:GraphQL'),
    );
    expect(more).toEqual([]);
    const [policy] = role?.Properties.Policies ?? [];
    const [statement, ...others] = policy.PolicyDocument.Statement;
    expect(others).toEqual([]);
    const fields = JSON.stringify(statement.Resource).match(/(?<=types\/)\w+\/fields\/\w+/g);
    expect(fields).toEqual([
      'Query/fields/book',
      'Query/fields/bookEvents',
      'Query/fields/booksByIsbn',
      'Query/fields/contributor',
      'Query/fields/latestBookEventCursor',
      'Query/fields/series',
      'Query/fields/upcomingBooks',
      'Subscription/fields/onBookEvent',
      'Contributor/fields/subscription',
      'Contributor/fields/upcomingBooks',
      'Series/fields/subscription',
      'Series/fields/upcomingBooks',
    ]);
    expect(statement.Resource).toHaveLength(12);
  });

  it('the partner role lists every field with a resolver below the fields it may ask', () => {
    // Whether AppSync checks these is not documented; it does for Query, Mutation and Subscription.
    const reached = typesBelow(['BookConnection', 'BookEventPage', 'BookEvent', 'Book']);
    const resolved = readdirSync('resolvers').flatMap((name) => {
      const [type = '', field] = name.split('.');
      return reached.includes(type) ? [`${type}.${field}`] : [];
    });
    expect(reached).toEqual(expect.arrayContaining(['Contributor', 'PageInfo', 'ReleaseChange']));
    expect(resolved).toEqual([
      'Contributor.subscription',
      'Contributor.upcomingBooks',
      'Series.subscription',
      'Series.upcomingBooks',
    ]);
  });

  it('only the named accounts may assume the partner role, with the external id', () => {
    const { Conditions, Parameters } = templates().service.toJSON();
    const [role] = resources('AWS::IAM::Role').filter(({ logicalId }) =>
      logicalId.startsWith('Partners'),
    );
    expect(role?.Properties.AssumeRolePolicyDocument.Statement).toEqual([
      {
        Effect: 'Allow',
        Action: 'sts:AssumeRole',
        Principal: { AWS: { 'Fn::Split': [',', { Ref: 'PartnerAccountIds' }] } },
        Condition: { StringEquals: { 'sts:ExternalId': { Ref: 'PartnerExternalId' } } },
      },
    ]);
    const given = (name: string) => ({ 'Fn::Not': [{ 'Fn::Equals': [{ Ref: name }, ''] }] });
    expect(Conditions[role?.Condition ?? '']).toEqual({
      'Fn::And': [given('PartnerAccountIds'), given('PartnerExternalId')],
    });
    const accounts = new RegExp(Parameters.PartnerAccountIds.AllowedPattern);
    for (const good of ['', '111122223333', '111122223333,444455556666']) {
      expect(good).toMatch(accounts);
    }
    for (const bad of ['*', '1111', '111122223333,', 'arn:aws:iam::111122223333:root']) {
      expect(bad).not.toMatch(accounts);
    }
  });

  it("only its schedule and the operators' function may start the ingest workflow", () => {
    const starters = resources('AWS::IAM::Policy').flatMap(({ logicalId, Properties }) =>
      Properties.PolicyDocument.Statement.filter(
        ({ Action, Resource }: Statement) =>
          [Action].flat().includes('states:StartExecution') &&
          JSON.stringify(Resource).includes('IngestWorkflow'),
      ).map(({ Resource }: Statement) => [logicalId.replace(/DefaultPolicy.*/, ''), Resource]),
    );
    expect(starters).toEqual([
      [expect.stringMatching(/Schedule|Daily/), expect.anything()],
      ['IngestControlIngestControlRole', { Ref: expect.stringMatching(/^IngestWorkflow/) }],
    ]);
  });

  it("only the operators' function may read executions of the two workflows, and it starts nothing", () => {
    expect(rolesThatMay('states:ListExecutions')).toEqual(['ExecutionsExecutions']);
    const [policy] = resources('AWS::IAM::Policy').filter(({ logicalId }) =>
      logicalId.startsWith('ExecutionsExecutionsRole'),
    );
    const statements: Statement[] = policy?.Properties.PolicyDocument.Statement ?? [];
    const states = statements.filter(({ Action }) => String(Action).startsWith('states:'));
    expect(states.map(({ Action }) => Action).sort()).toEqual([
      'states:DescribeExecution',
      'states:ListExecutions',
    ]);
    for (const { Resource } of states) {
      expect([Resource].flat().map((one) => /\w+Workflow/.exec(JSON.stringify(one))?.[0])).toEqual([
        'IngestWorkflow',
        'ReleaseWorkflow',
      ]);
    }
  });

  it("only the operators' function may put files into the feed bucket", () => {
    const writers = resources('AWS::IAM::Policy').filter(({ Properties }) =>
      Properties.PolicyDocument.Statement.some(
        ({ Action, Resource }: Statement) =>
          [Action].flat().includes('s3:PutObject') && /Feed\w*Arn/.test(JSON.stringify(Resource)),
      ),
    );
    expect(writers.map(({ logicalId }) => logicalId)).toEqual([
      expect.stringMatching(/^IngestControlIngestControlRole/),
    ]);
  });

  it("only the functions that need it may read the shop's database, and nobody may write to it", () => {
    const readers = resources('AWS::IAM::Policy').filter(({ Properties }) =>
      JSON.stringify(Properties).includes('ShopClusterArn'),
    );
    expect(readers).toHaveLength(4);
    for (const { Properties } of readers) {
      const statements: Statement[] = Properties.PolicyDocument.Statement;
      const touching = statements.filter((statement) =>
        JSON.stringify(statement.Resource).includes('ShopClusterArn'),
      );
      expect(touching.map((statement) => statement.Action)).toEqual(['rds-data:ExecuteStatement']);
    }
  });

  it('each function has a role of its own', () => {
    const roles = resources('AWS::Lambda::Function').map(({ stack, Properties }) =>
      JSON.stringify([stack, Properties.Role]),
    );
    expect(new Set(roles).size).toBe(roles.length);
  });
});

/** These types of the schema and every type reachable from them. */
function typesBelow(names: string[]): string[] {
  const [aws, own] = ['aws', 'schema'].map((name) =>
    readFileSync(`schema/${name}.graphql`, 'utf8'),
  );
  const schema = buildASTSchema(parse(`${aws}\n${own}`));
  const reached = new Set<string>();
  const visit = (name: string) => {
    const type = schema.getType(name);
    if (!isObjectType(type) || reached.has(name)) return;
    reached.add(name);
    for (const field of Object.values(type.getFields())) visit(getNamedType(field.type).name);
  };
  for (const name of names) visit(name);
  return [...reached];
}
