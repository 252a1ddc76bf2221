import { arn, region } from '../../lib/aws.ts';
import type { Json } from '../../lib/resource.ts';
import { physicalName, stableHex, stableUuid } from './physicalNames.ts';

/** A resource to be identified; its properties are resolved one by one, on demand. */
export interface Described {
  stack: string;
  logicalId: string;
  type: string;
  property(name: string): Json | undefined;
}

/** The values of `Ref` and `Fn::GetAtt` for one resource. */
export interface Identity {
  ref: string;
  attributes: { [name: string]: Json };
}

/** The future addresses of the services whose addresses templates use. */
export interface PublicAddresses {
  /** `http://127.0.0.1:8000`, without a trailing slash. */
  web: string;
  graphql: string;
  realtime: string;
}

type Identify = (resource: Described, addresses: PublicAddresses) => Identity;

/** The emulated resource types, each with the values that references to it return. */
export const identities: { readonly [type: string]: Identify } = {
  'AWS::AppSync::GraphQLApi': (resource, addresses) => {
    const id = apiId(resource.stack, resource.logicalId);
    return identity(arn('appsync', `apis/${id}`), {
      ApiId: id,
      Arn: arn('appsync', `apis/${id}`),
      GraphQLUrl: addresses.graphql,
      GraphQLDns: new URL(addresses.graphql).host,
      RealtimeUrl: addresses.realtime,
      RealtimeDns: new URL(addresses.realtime).host,
      GraphQLEndpointArn: arn('appsync', `endpoints/graphql-api/${id}`),
    });
  },
  'AWS::AppSync::ApiKey': (resource) => {
    const key = `da2-${stableHex(resource.stack, resource.logicalId, 26)}`;
    const own = arn('appsync', `apis/${text(resource, 'ApiId')}/apikeys/${key}`);
    return identity(own, { ApiKey: key, ApiKeyId: key, Arn: own });
  },
  'AWS::AppSync::GraphQLSchema': (resource) =>
    identity(`${text(resource, 'ApiId')}GraphQLSchema`, {
      Id: `${text(resource, 'ApiId')}GraphQLSchema`,
    }),
  'AWS::AppSync::DataSource': (resource) => {
    const own = arn(
      'appsync',
      `apis/${text(resource, 'ApiId')}/datasources/${text(resource, 'Name')}`,
    );
    return identity(own, { DataSourceArn: own, Name: text(resource, 'Name') });
  },
  'AWS::AppSync::FunctionConfiguration': (resource) => {
    const id = stableHex(resource.stack, resource.logicalId, 26);
    const own = arn('appsync', `apis/${text(resource, 'ApiId')}/functions/${id}`);
    return identity(own, {
      FunctionId: id,
      FunctionArn: own,
      Name: text(resource, 'Name'),
      DataSourceName: resource.property('DataSourceName') ?? '',
    });
  },
  'AWS::AppSync::Resolver': (resource) => {
    const [type, field] = [text(resource, 'TypeName'), text(resource, 'FieldName')];
    const own = arn('appsync', `apis/${text(resource, 'ApiId')}/types/${type}/resolvers/${field}`);
    return identity(own, { ResolverArn: own, TypeName: type, FieldName: field });
  },
  'AWS::CloudFront::Distribution': (resource, addresses) => {
    const id = `E${stableHex(resource.stack, resource.logicalId, 13).toUpperCase()}`;
    return identity(id, { Id: id, DomainName: new URL(addresses.web).host });
  },
  'AWS::CloudFront::Function': (resource) => {
    const own = arn('cloudfront', `function/${text(resource, 'Name')}`, '');
    return identity(own, {
      FunctionARN: own,
      'FunctionMetadata.FunctionARN': own,
      Stage: 'LIVE',
    });
  },
  'AWS::CloudFront::ResponseHeadersPolicy': withUuid,
  'AWS::CloudFront::CachePolicy': withUuid,
  'AWS::CloudFront::OriginRequestPolicy': withUuid,
  'AWS::CloudWatch::Alarm': (resource) => {
    const name = named(resource, 'AlarmName');
    return identity(name, { Arn: arn('cloudwatch', `alarm:${name}`) });
  },
  'AWS::ECS::Cluster': (resource) => {
    const name = named(resource, 'ClusterName');
    return identity(name, { Arn: arn('ecs', `cluster/${name}`) });
  },
  'AWS::ECS::TaskDefinition': (resource) => {
    const own = arn('ecs', `task-definition/${named(resource, 'Family')}:1`);
    return identity(own, { TaskDefinitionArn: own });
  },
  'AWS::Events::Rule': (resource) => {
    const name = named(resource, 'Name');
    return identity(name, { Arn: arn('events', `rule/${name}`) });
  },
  'AWS::IAM::ManagedPolicy': (resource) => {
    const own = arn('iam', `policy${path(resource)}${named(resource, 'ManagedPolicyName')}`, '');
    return identity(own, { PolicyArn: own });
  },
  'AWS::IAM::Policy': (resource) => identity(physicalName(resource.stack, resource.logicalId), {}),
  'AWS::IAM::Role': (resource) => {
    const name = named(resource, 'RoleName');
    const id = stableHex(resource.stack, resource.logicalId, 17).toUpperCase();
    return identity(name, {
      Arn: arn('iam', `role${path(resource)}${name}`, ''),
      RoleId: `AROA${id}`,
    });
  },
  'AWS::KMS::Key': (resource) => {
    const id = stableUuid(resource.stack, resource.logicalId);
    return identity(id, { KeyId: id, Arn: arn('kms', `key/${id}`) });
  },
  'AWS::KMS::Alias': (resource) => {
    const name = text(resource, 'AliasName');
    return identity(name, { AliasName: name, Arn: arn('kms', name) });
  },
  'AWS::Lambda::EventInvokeConfig': (resource) =>
    identity(stableUuid(resource.stack, resource.logicalId), {}),
  'AWS::Lambda::Function': (resource) => {
    const name = named(resource, 'FunctionName');
    return identity(name, { Arn: arn('lambda', `function:${name}`) });
  },
  'AWS::Lambda::Version': (resource) => {
    const own = `${functionArn(text(resource, 'FunctionName'))}:1`;
    return identity(own, { FunctionArn: own, Version: '1' });
  },
  'AWS::Lambda::Alias': (resource) => {
    const own = `${functionArn(text(resource, 'FunctionName'))}:${text(resource, 'Name')}`;
    return identity(own, { AliasArn: own });
  },
  'AWS::Lambda::Url': (resource) => {
    const target = functionArn(text(resource, 'TargetFunctionArn'));
    const host = `${stableHex(resource.stack, resource.logicalId, 32)}.lambda-url.${region}.on.aws`;
    return identity(target, { FunctionArn: target, FunctionUrl: `https://${host}/` });
  },
  'AWS::RDS::DBCluster': (resource) => {
    const id = named(resource, 'DBClusterIdentifier').toLowerCase();
    const resourceId = `cluster-${stableHex(resource.stack, resource.logicalId, 26).toUpperCase()}`;
    return identity(id, {
      DBClusterArn: arn('rds', `cluster:${id}`),
      DBClusterResourceId: resourceId,
      'Endpoint.Address': `${id}.cluster-local.${region}.rds.amazonaws.com`,
      'Endpoint.Port': '3306',
      'ReadEndpoint.Address': `${id}.cluster-ro-local.${region}.rds.amazonaws.com`,
    });
  },
  'AWS::S3::Bucket': (resource) => {
    const name = named(resource, 'BucketName').toLowerCase().slice(0, 63);
    return identity(name, {
      Arn: `arn:aws:s3:::${name}`,
      DomainName: `${name}.s3.amazonaws.com`,
      RegionalDomainName: `${name}.s3.${region}.amazonaws.com`,
    });
  },
  'AWS::SES::ConfigurationSet': (resource) => identity(named(resource, 'Name'), {}),
  'AWS::SES::ConfigurationSetEventDestination': (resource) =>
    identity(physicalName(resource.stack, resource.logicalId), {}),
  'AWS::SES::EmailIdentity': (resource) =>
    identity(text(resource, 'EmailIdentity'), dkim(resource)),
  'AWS::SNS::Topic': (resource) => {
    const name = named(resource, 'TopicName');
    const own = arn('sns', name);
    return identity(own, { TopicArn: own, TopicName: name });
  },
  'AWS::SNS::Subscription': (resource) => {
    const own = `${text(resource, 'TopicArn')}:${stableUuid(resource.stack, resource.logicalId)}`;
    return identity(own, { Arn: own });
  },
  'AWS::Scheduler::Schedule': (resource) => {
    const name = named(resource, 'Name');
    return identity(name, { Arn: arn('scheduler', `schedule/${groupOf(resource)}/${name}`) });
  },
  'AWS::Scheduler::ScheduleGroup': (resource) => {
    const name = named(resource, 'Name');
    return identity(name, { Arn: arn('scheduler', `schedule-group/${name}`) });
  },
  'AWS::SecretsManager::Secret': (resource) => {
    const suffix = stableHex(resource.stack, resource.logicalId, 6);
    const own = arn('secretsmanager', `secret:${named(resource, 'Name')}-${suffix}`);
    return identity(own, { Id: own });
  },
  'AWS::SecretsManager::SecretTargetAttachment': (resource) =>
    identity(text(resource, 'SecretId'), {}),
  'AWS::StepFunctions::StateMachine': (resource) => {
    const name = named(resource, 'StateMachineName');
    const own = arn('states', `stateMachine:${name}`);
    return identity(own, { Arn: own, Name: name });
  },
  'Custom::CDKBucketDeployment': (resource) =>
    identity(`aws.cdk.s3deployment.${stableUuid(resource.stack, resource.logicalId)}`, {
      DestinationBucketArn: resource.property('DestinationBucketArn') ?? '',
      SourceObjectKeys: resource.property('SourceObjectKeys') ?? [],
    }),
  'Custom::Trigger': (resource) => identity(physicalName(resource.stack, resource.logicalId), {}),
};

/** The identity of an ignored resource: plausible names that nothing local reads. */
export function identifyIgnored(resource: Described): Identity {
  const name = physicalName(resource.stack, resource.logicalId);
  const service = (resource.type.split('::')[1] ?? '').toLowerCase();
  return identity(name, { Arn: arn(service, name) });
}

/** Returns the ARN, without version or alias, of a function given by name or ARN. */
export function functionArn(nameOrArn: string): string {
  if (!nameOrArn.startsWith('arn:')) return arn('lambda', `function:${nameOrArn}`);
  return nameOrArn.split(':').slice(0, 7).join(':');
}

function identity(ref: string, attributes: Identity['attributes']): Identity {
  return { ref, attributes };
}

function withUuid(resource: Described): Identity {
  const id = stableUuid(resource.stack, resource.logicalId);
  return identity(id, { Id: id });
}

function text(resource: Described, name: string): string {
  const value = resource.property(name);
  if (typeof value === 'string') return value;
  throw new Error(
    `${resource.stack}/${resource.logicalId} (${resource.type}): ${name} is ${JSON.stringify(value)}, expected a string`,
  );
}

function named(resource: Described, property: string): string {
  const name = resource.property(property);
  return typeof name === 'string' ? name : physicalName(resource.stack, resource.logicalId);
}

/** The path of an IAM identity: begins and ends with a slash. */
function path(resource: Described): string {
  const given = resource.property('Path');
  return typeof given === 'string' ? given : '/';
}

function apiId(stack: string, logicalId: string): string {
  return stableHex(stack, logicalId, 26);
}

function groupOf(resource: Described): string {
  const group = resource.property('GroupName');
  return typeof group === 'string' ? group : 'default';
}

function dkim(resource: Described): Identity['attributes'] {
  const attributes: Identity['attributes'] = {};
  for (const n of [1, 2, 3]) {
    const token = stableHex(resource.stack, `${resource.logicalId}/${n}`, 32);
    attributes[`DkimDNSTokenName${n}`] = `${token}._domainkey.${text(resource, 'EmailIdentity')}`;
    attributes[`DkimDNSTokenValue${n}`] = `${token}.dkim.amazonses.com`;
  }
  return attributes;
}
