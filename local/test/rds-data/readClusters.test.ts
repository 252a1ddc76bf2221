import { describe, expect, it } from 'vitest';
import type { Json, Resource } from '../../lib/resource.ts';
import { readClusters } from '../../services/rds-data/readClusters.ts';

const resource = (type: string, ref: string, properties: { [name: string]: Json }): Resource => {
  return { stack: 'Data', logicalId: ref, type: `AWS::${type}`, ref, properties };
};
const cluster = (more: { [name: string]: Json } = {}) =>
  resource('RDS::DBCluster', 'db', {
    Engine: 'aurora-mysql',
    EngineVersion: '8.0.mysql_aurora.3.08.0',
    DatabaseName: 'books',
    EnableHttpEndpoint: true,
    MasterUsername: 'admin',
    MasterUserPassword: 'secret',
    ...more,
  });
const instance = (DBInstanceClass: string, DBClusterIdentifier = 'db') =>
  resource('RDS::DBInstance', 'writer', { DBClusterIdentifier, DBInstanceClass });

describe('database clusters of the template', () => {
  it('a cluster is reached by the secrets attached to it', () => {
    const attachment = (ref: string, TargetId: string) =>
      resource('SecretsManager::SecretTargetAttachment', ref, { SecretId: ref, TargetId });
    const resources = [
      cluster(),
      instance('db.serverless'),
      attachment('arn:one', 'db'),
      attachment('arn:two', 'other'),
    ];
    expect(readClusters(resources)).toEqual([
      {
        arn: expect.stringMatching(/^arn:aws:rds:.*:cluster:db$/),
        httpEndpoint: true,
        database: 'books',
        user: 'admin',
        password: 'secret',
        secretArns: ['arn:one'],
      },
    ]);
  });

  it.each<[string, Resource[]]>([
    ['engine aurora-postgresql is not emulated', [cluster({ Engine: 'aurora-postgresql' })]],
    ['property EngineMode is not emulated', [cluster({ EngineMode: 'serverless' })]],
    ['does not serve instances of class db.t4g.medium', [cluster(), instance('db.t4g.medium')]],
  ])('an unsupported cluster stops the start: %s', (message, resources) => {
    expect(() => readClusters(resources)).toThrow(message);
  });

  it('small instances are accepted if the endpoint is off or they belong to another cluster', () => {
    const off = cluster({ EnableHttpEndpoint: false });
    expect(readClusters([off, instance('db.t4g.medium')])).toHaveLength(1);
    expect(readClusters([cluster(), instance('db.t4g.medium', 'other')])).toHaveLength(1);
  });
});
