import { describe, expect, it } from 'vitest';
import { resources } from './synthesize.ts';

interface Statement {
  Action: string | string[];
  Resource: unknown;
}

/** Which roles may do this, by the beginning of their names. */
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
  it('to sign tokens belongs to sign-in alone', () => {
    expect(rolesThatMay('kms:Sign')).toEqual(['SignInSignIn']);
  });

  it('to send mail belongs to the two that send, from one identity', () => {
    expect(rolesThatMay('ses:SendRawEmail')).toEqual(['MailMailSend', 'OperatorsMailTellOperator']);
  });

  it('to call the API belongs to the publisher and to those who end sessions, for one field each', () => {
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

  it('to start the ingest workflow belongs to its schedule and to what operators use', () => {
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

  it('to put files into the feed bucket belongs to what operators use', () => {
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

  it("to read the shop's database belongs to those who need it, and nobody may write it", () => {
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

  it('is given to one role per function', () => {
    const roles = resources('AWS::Lambda::Function').map(({ stack, Properties }) =>
      JSON.stringify([stack, Properties.Role]),
    );
    expect(new Set(roles).size).toBe(roles.length);
  });
});
