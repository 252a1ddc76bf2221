import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { describe, expect, it } from 'vitest';
import { resources, synthesize } from './synthesize.ts';

/** Where `*` is the whole resource: these actions support no resource-level permissions. */
const WITHOUT_RESOURCE = [
  'xray:GetSamplingRules',
  'xray:GetSamplingTargets',
  'xray:PutTelemetryRecords',
  'xray:PutTraceSegments',
  'logs:CreateLogDelivery',
  'logs:DeleteLogDelivery',
  'logs:DescribeLogGroups',
  'logs:DescribeResourcePolicies',
  'logs:GetLogDelivery',
  'logs:ListLogDeliveries',
  'logs:PutResourcePolicy',
  'logs:UpdateLogDelivery',
  'ecr:GetAuthorizationToken',
  // Tasks get their names when they start; the state machine watches and stops what it started.
  'ecs:DescribeTasks',
  'ecs:StopTask',
];

/** Where a resource ends in `*`: what is below it, and whose it is. */
const UNDER = [
  { resource: /Feed\w*Arn.*\/\*/, why: 'any file of the feed bucket' },
  { resource: /execution:.*IngestWorkflow.*:decide-\*/, why: 'decisions on any ingest run' },
  { resource: /execution:.*(Ingest|Release)Workflow.*":\*"/, why: 'executions of a workflow' },
  { resource: /SiteBucket.*\/\*/, why: "the web app's files, written by CDK's own function" },
  { resource: /cdk-hnb659fds-assets.*\/\*/, why: 'assets, read by the same function' },
  { resource: /(Migrate|PublishIssuer).*:\*/, why: "versions, called by CDK's trigger function" },
];

interface Statement {
  Action: string | string[];
  Resource: unknown;
}

describe('bar 23 synth', () => {
  it('every finding of the AWS Solutions rules is acknowledged with a reason', () => {
    const { app, folder, remove } = synthesize();
    Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
    const synth = () => app.synth();
    try {
      expect(synth).not.toThrow();
      expect(readFindings(folder)).toEqual([]);
    } finally {
      remove();
    }
  });

  it("every `*` in a role's resources is listed", () => {
    const unlisted = statements().flatMap(({ where, statement }) =>
      [statement.Resource]
        .flat()
        .map((resource) => JSON.stringify(resource))
        .filter((resource) => resource.includes('*') && !isListed(statement, resource))
        .map((resource) => `${where}: ${[statement.Action].flat().join(', ')} on ${resource}`),
    );
    expect(unlisted).toEqual([]);
  });

  it('no role allows a whole service', () => {
    const whole = statements().flatMap(({ where, statement }) =>
      [statement.Action]
        .flat()
        .filter((action) => action.endsWith(':*') || action === '*')
        .map((action) => `${where}: ${action}`),
    );
    expect(whole).toEqual([]);
  });

  it('every log group has a retention period', () => {
    const groups = resources('AWS::Logs::LogGroup');
    expect(groups.length).toBeGreaterThan(10);
    for (const group of groups) expect(group.Properties.RetentionInDays).toBe(90);
    for (const lambda of resources('AWS::Lambda::Function'))
      expect(lambda.Properties.LoggingConfig?.LogGroup?.Ref, lambda.logicalId).toBeDefined();
    for (const cluster of resources('AWS::RDS::DBCluster'))
      expect(cluster.Properties.EnableCloudwatchLogsExports).toBeUndefined();
  });

  it('no resources depend on each other in a circle', () => {
    for (const stack of ['data', 'service', 'web']) expect(findCycle(stack)).toEqual([]);
  });

  it('the only custom resources are the two that the local stack runs', () => {
    const custom = resources().filter(({ Type }) => Type.startsWith('Custom::'));
    expect([...new Set(custom.map(({ Type }) => Type))].sort()).toEqual([
      'Custom::CDKBucketDeployment',
      'Custom::Trigger',
    ]);
  });
});

function readFindings(folder: string): unknown[] {
  const report = JSON.parse(readFileSync(join(folder, 'cdk.out/validation-report.json'), 'utf8'));
  return report.pluginReports.flatMap(
    (plugin: { violations?: unknown[] }) => plugin.violations ?? [],
  );
}

function statements(): { where: string; statement: Statement }[] {
  return resources().flatMap(({ Type, logicalId, Properties }) => {
    const documents =
      Type === 'AWS::IAM::Policy'
        ? [Properties.PolicyDocument]
        : (Properties?.Policies ?? []).map(
            (policy: { PolicyDocument: unknown }) => policy.PolicyDocument,
          );
    if (!Type.startsWith('AWS::IAM::')) return [];
    return documents.flatMap((document: { Statement: Statement[] }) =>
      document.Statement.map((statement) => ({ where: logicalId, statement })),
    );
  });
}

function isListed(statement: Statement, resource: string): boolean {
  if (resource === '"*"')
    return [statement.Action].flat().every((action) => WITHOUT_RESOURCE.includes(action));
  return UNDER.some((known) => known.resource.test(resource));
}

/** The resources of a stack that depend on each other in a circle; empty if none. */
function findCycle(stack: string): string[] {
  const nodes = new Map(
    resources()
      .filter((resource) => resource.stack === stack)
      .map((resource) => [resource.logicalId, resource]),
  );
  const done = new Set<string>();
  const visit = (id: string, path: string[]): string[] => {
    if (path.includes(id)) return [...path.slice(path.indexOf(id)), id];
    if (done.has(id)) return [];
    for (const next of references(nodes.get(id)).filter((name) => nodes.has(name))) {
      const cycle = visit(next, [...path, id]);
      if (cycle.length > 0) return cycle;
    }
    done.add(id);
    return [];
  };
  for (const id of nodes.keys()) {
    const cycle = visit(id, []);
    if (cycle.length > 0) return cycle;
  }
  return [];
}

function references(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(references);
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    if (key === 'Ref' && typeof inner === 'string') return [inner];
    if (key === 'Fn::GetAtt' && Array.isArray(inner)) return [String(inner[0])];
    if (key === 'DependsOn') return [inner].flat().map(String);
    return references(inner);
  });
}
