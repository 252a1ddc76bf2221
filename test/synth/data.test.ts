import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { resources, templates } from './synthesize.ts';

describe('The database', () => {
  it('the cluster has the Data API on', () => {
    templates().data.hasResourceProperties('AWS::RDS::DBCluster', { EnableHttpEndpoint: true });
  });

  it('the cluster can be restored to any moment of the last two weeks and survives its stack', () => {
    templates().data.hasResource('AWS::RDS::DBCluster', {
      Properties: { BackupRetentionPeriod: 14, DeletionProtection: true, StorageEncrypted: true },
      DeletionPolicy: 'Retain',
      UpdateReplacePolicy: 'Retain',
    });
  });

  it("the cluster's password survives its stack", () => {
    templates().data.hasResource('AWS::SecretsManager::Secret', { DeletionPolicy: 'Retain' });
  });

  it('the cluster is the Aurora MySQL version that the migrations are written for', () => {
    templates().data.hasResourceProperties('AWS::RDS::DBCluster', {
      Engine: 'aurora-mysql',
      EngineVersion: Match.stringLikeRegexp('^8\\.0\\.'),
      DatabaseName: 'shinkan',
    });
  });

  it('the cluster declares the settings that the SQL relies on', () => {
    templates().data.hasResourceProperties('AWS::RDS::DBClusterParameterGroup', {
      Family: 'aurora-mysql8.0',
      Parameters: {
        character_set_server: 'utf8mb4',
        collation_server: 'utf8mb4_0900_ai_ci',
        innodb_autoinc_lock_mode: '2',
        sql_mode: Match.stringLikeRegexp('ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES'),
        time_zone: 'UTC',
      },
    });
    templates().data.hasResourceProperties('AWS::RDS::DBCluster', {
      DBClusterParameterGroupName: { Ref: Match.stringLikeRegexp('^DatabaseSettings') },
    });
  });

  it('the cluster opens no port to anyone', () => {
    const groups = resources('AWS::EC2::SecurityGroup');
    expect(groups.map((group) => group.Properties.SecurityGroupIngress)).toEqual(
      groups.map(() => undefined),
    );
    for (const template of Object.values(templates()))
      template.resourceCountIs('AWS::EC2::SecurityGroupIngress', 0);
    for (const instance of resources('AWS::RDS::DBInstance'))
      expect(instance.Properties.PubliclyAccessible).toBe(false);
  });

  it('migrations run once all instances exist', () => {
    const instances = resources('AWS::RDS::DBInstance').map((instance) => instance.logicalId);
    const trigger = resources('Custom::Trigger').find(({ stack }) => stack === 'data');
    expect(trigger?.DependsOn).toEqual(expect.arrayContaining(instances));
  });
});

describe('The network', () => {
  it('the network has no NAT gateway', () => {
    templates().data.resourceCountIs('AWS::EC2::NatGateway', 0);
  });
});

describe('The feed bucket', () => {
  it('the feed bucket is private, versioned and survives its stack', () => {
    templates().data.hasResource('AWS::S3::Bucket', {
      Properties: {
        VersioningConfiguration: { Status: 'Enabled' },
        PublicAccessBlockConfiguration: Match.objectLike({ BlockPublicAcls: true }),
      },
      DeletionPolicy: 'Retain',
    });
  });

  it("the feed bucket keeps operators' uploads for a week, and partners' files until they are replaced", () => {
    const [feed] = resources('AWS::S3::Bucket').filter(({ logicalId }) =>
      logicalId.startsWith('Feed'),
    );
    const rules: { [property: string]: unknown }[] =
      feed?.Properties.LifecycleConfiguration.Rules ?? [];
    expect(rules.filter(({ ExpirationInDays }) => ExpirationInDays !== undefined)).toEqual([
      { Prefix: 'incoming/upload-', ExpirationInDays: 7, Status: 'Enabled' },
    ]);
  });
});

describe('The signing keys', () => {
  const names = () =>
    resources('AWS::KMS::Key')
      .filter(({ Properties }) => Properties.KeyUsage === 'SIGN_VERIFY')
      .map(({ logicalId }) => logicalId.replace(/[0-9A-F]{8}$/, ''));

  it('there are at least two signing keys, and they survive their stack', () => {
    expect(names().length).toBeGreaterThanOrEqual(2);
    for (const { Properties, DeletionPolicy } of resources('AWS::KMS::Key')) {
      if (Properties.KeyUsage !== 'SIGN_VERIFY') continue;
      expect([Properties.KeySpec, DeletionPolicy]).toEqual(['RSA_2048', 'Retain']);
    }
  });

  it('all signing keys are published, and a parameter selects the one that signs', () => {
    const { AllowedValues, Default } = templates().service.toJSON().Parameters.SigningKeyName;
    expect(AllowedValues).toEqual(names());
    expect(AllowedValues).toContain(Default);
    const listing = resources('AWS::Lambda::Function').flatMap(({ logicalId, Properties }) => {
      const { SIGNING_KEYS: list, SIGNING_KEY: signs } = Properties.Environment?.Variables ?? {};
      return list === undefined ? [] : [{ logicalId, list: JSON.stringify(list), signs }];
    });
    expect(listing.map(({ signs }) => signs)).toEqual([{ Ref: 'SigningKeyName' }, undefined]);
    for (const { list } of listing) for (const name of names()) expect(list).toContain(`${name}=`);
  });
});

describe('The outputs', () => {
  it.each([
    ['data', ['ClusterArn', 'SecretArn', 'FeedBucketName', 'SigningKeys']],
    [
      'service',
      [
        'GraphqlUrl',
        'RealtimeUrl',
        'ApiKey',
        'IngestStateMachineArn',
        'ReleaseStateMachineArn',
        'PublisherRoleArn',
        'PartnerRoleArn',
        'SenderIdentity',
      ],
    ],
    ['web', ['SiteBucketName', 'DistributionDomainName']],
  ] as const)('the outputs of the %s stack keep their names', (stack, names) => {
    const outputs = Object.keys(templates()[stack].findOutputs('*'));
    expect(outputs.filter((name) => !name.startsWith('ExportsOutput')).sort()).toEqual(
      [...names].sort(),
    );
  });
});
