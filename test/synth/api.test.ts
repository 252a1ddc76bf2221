import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Match } from 'aws-cdk-lib/assertions';
import { type ObjectTypeDefinitionNode, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { resources, templates } from './synthesize.ts';

const SCHEMA = join(import.meta.dirname, '../../schema/schema.graphql');
const deploy = readFileSync(join(import.meta.dirname, '../../docs/deploy.md'), 'utf8');

describe('The API', () => {
  it('the API is closed unless a field opens itself', () => {
    templates().service.hasResourceProperties('AWS::AppSync::GraphQLApi', {
      AuthenticationType: 'AWS_IAM',
    });
  });

  it('the API also accepts an API key, and tokens from our issuer for our audience', () => {
    templates().service.hasResourceProperties('AWS::AppSync::GraphQLApi', {
      AdditionalAuthenticationProviders: [
        { AuthenticationType: 'API_KEY' },
        {
          AuthenticationType: 'OPENID_CONNECT',
          OpenIDConnectConfig: {
            Issuer: { Ref: 'SiteUrl' },
            ClientId: '^shinkan$',
            IatTTL: 600_000,
          },
        },
      ],
    });
    templates().service.hasResourceProperties('AWS::Lambda::Function', {
      Environment: {
        Variables: Match.objectLike({ ISSUER: { Ref: 'SiteUrl' }, AUDIENCE: 'shinkan' }),
      },
    });
  });

  it('the API disables introspection and limits what one request may ask', () => {
    templates().service.hasResourceProperties('AWS::AppSync::GraphQLApi', {
      IntrospectionConfig: 'DISABLED',
      QueryDepthLimit: 10,
      ResolverCountLimit: 200,
    });
  });

  it("the API is traced, and logs errors without members' variables", () => {
    templates().service.hasResourceProperties('AWS::AppSync::GraphQLApi', {
      XrayEnabled: true,
      LogConfig: { FieldLogLevel: 'ERROR', ExcludeVerboseContent: true },
    });
  });

  it('the API key lasts most of a year', () => {
    const [key] = resources('AWS::AppSync::ApiKey');
    const days = (key?.Properties.Expires * 1000 - Date.now()) / 86_400_000;
    expect(days).toBeGreaterThan(300);
    expect(days).toBeLessThan(366);
  });

  it('the API reaches one cluster with one secret, by single statements', () => {
    const [policy] = resources('AWS::IAM::Policy').filter(({ logicalId }) =>
      logicalId.startsWith('ApiAuroraRole'),
    );
    const statements = policy?.Properties.PolicyDocument.Statement;
    expect(statements.map((statement: { Action: unknown }) => statement.Action)).toEqual([
      'rds-data:ExecuteStatement',
      'secretsmanager:GetSecretValue',
    ]);
    expect(JSON.stringify(statements)).not.toContain('*');
  });
});

describe('Resolvers', () => {
  const resolvers = () =>
    resources('AWS::AppSync::Resolver').map((resource) => resource.Properties);
  const steps = () =>
    resources('AWS::AppSync::FunctionConfiguration').map((resource) => resource.Properties);

  it('resolvers answer every field of Query, Mutation and Subscription', () => {
    const resolved = resolvers().map(({ TypeName, FieldName }) => `${TypeName}.${FieldName}`);
    const roots = parse(readFileSync(SCHEMA, 'utf8')).definitions.filter(
      (definition): definition is ObjectTypeDefinitionNode =>
        definition.kind === 'ObjectTypeDefinition' &&
        ['Query', 'Mutation', 'Subscription'].includes(definition.name.value),
    );
    const promised = roots.flatMap((type) =>
      (type.fields ?? []).map((field) => `${type.name.value}.${field.name.value}`),
    );
    expect(resolved).toEqual(expect.arrayContaining(promised));
  });

  it('resolvers run as JavaScript, with their code beside the template', () => {
    for (const code of [...resolvers(), ...steps()]) {
      expect(code.Runtime).toEqual({ Name: 'APPSYNC_JS', RuntimeVersion: '1.0.0' });
      // A pipeline's own code around its steps is two lines.
      if (code.Kind !== 'PIPELINE') expect(code.CodeS3Location).toBeDefined();
    }
  });

  it('resolvers ask the database, except for starting a subscription and what only the workflow can do', () => {
    const sources = resources('AWS::AppSync::DataSource');
    const asked = [...resolvers(), ...steps()]
      .filter(({ Kind }) => Kind !== 'PIPELINE')
      .map(({ TypeName, FieldName, Name, DataSourceName }) => ({
        name: Name ?? `${TypeName}.${FieldName}`,
        type: sources.find(({ Properties }) => Properties.Name === DataSourceName)?.Properties.Type,
      }));
    expect(asked.filter(({ type }) => type === 'NONE').map(({ name }) => name)).toEqual([
      'Subscription.onBookEvent',
    ]);
    expect(asked.filter(({ type }) => type === 'AWS_LAMBDA').map(({ name }) => name)).toEqual([
      'IngestRun.decision',
      'Mutation.createIngestUpload',
      'Query.workflowExecutions',
      'decideOnRun',
      'startRun',
    ]);
    const others = asked.filter(({ type }) => type !== 'NONE' && type !== 'AWS_LAMBDA');
    expect(new Set(others.map(({ type }) => type))).toEqual(new Set(['RELATIONAL_DATABASE']));
  });
});

describe('The parameter that names operators', () => {
  it('the operators parameter describes everything its members may do', () => {
    const { Description } = templates().service.toJSON().Parameters.OperatorMemberIds;
    for (const word of ['see', 'upload', 'start', 'approve', 'discard']) {
      expect(Description).toContain(word);
      expect(deploy).toMatch(new RegExp(`^\\| \`OperatorMemberIds\`.*${word}`, 'm'));
    }
  });
});

describe('The web ACL of the API', () => {
  it('the web ACL is attached to the API', () => {
    templates().service.hasResourceProperties('AWS::WAFv2::WebACLAssociation', {
      ResourceArn: { 'Fn::GetAtt': [Match.stringLikeRegexp('ApiGraphql'), 'Arn'] },
      WebACLArn: { 'Fn::GetAtt': [Match.stringLikeRegexp('FirewallAcl'), 'Arn'] },
    });
  });

  it('the web ACL blocks bodies that it cannot inspect completely', () => {
    expectRule({
      Action: { Block: {} },
      Statement: {
        SizeConstraintStatement: Match.objectLike({
          FieldToMatch: { Body: { OversizeHandling: 'MATCH' } },
          ComparisonOperator: 'GT',
          Size: 8192,
        }),
      },
    });
  });

  it('the web ACL throttles addresses that ask too often, but never the publisher, who sends no API key', () => {
    expectRule({
      Action: { Block: {} },
      Statement: {
        RateBasedStatement: Match.objectLike({
          AggregateKeyType: 'IP',
          Limit: { Ref: 'ApiRate' },
          ScopeDownStatement: {
            NotStatement: {
              Statement: {
                AndStatement: {
                  Statements: [
                    {
                      ByteMatchStatement: Match.objectLike({
                        FieldToMatch: { SingleHeader: { Name: 'authorization' } },
                        PositionalConstraint: 'STARTS_WITH',
                        SearchString: 'AWS4-HMAC-SHA256 ',
                      }),
                    },
                    {
                      NotStatement: {
                        Statement: {
                          SizeConstraintStatement: Match.objectLike({
                            FieldToMatch: { SingleHeader: { Name: 'x-api-key' } },
                            ComparisonOperator: 'GE',
                            Size: 1,
                          }),
                        },
                      },
                    },
                  ],
                },
              },
            },
          },
        }),
      },
    });
  });

  function expectRule(rule: object): void {
    templates().service.hasResourceProperties('AWS::WAFv2::WebACL', {
      Scope: 'REGIONAL',
      DefaultAction: { Allow: {} },
      Rules: Match.arrayWith([Match.objectLike(rule)]),
    });
  }
});
