import { existsSync, statSync } from 'node:fs';
import {
  NotEmulated,
  nameOf,
  refuseUnknownMembers,
  refuseUnknownProperties,
} from '../../lib/refuse.ts';
import type { Json, Resource } from '../../lib/resource.ts';

/** One function to run. */
export interface LambdaFunction {
  name: string;
  arn: string;
  /** The ARN of its role; undefined if the template has none. */
  role?: string;
  directory: string;
  handler: string;
  runtime: string;
  timeoutSeconds: number;
  memoryMegabytes: number;
  environment: { [name: string]: string };
  /** The reserved concurrency; undefined if the template has none. */
  reservedConcurrency?: number;
  /** The port for a debugger; undefined for none. */
  inspectPort?: number | undefined;
}

const honoured = [
  'Code',
  'Environment',
  'FunctionName',
  'Handler',
  'MemorySize',
  'ReservedConcurrentExecutions',
  'Role',
  'Runtime',
  'Timeout',
];

// Networking, log destination and monitoring necessarily differ on one machine.
const harmless = [
  'Architectures',
  'Description',
  'KmsKeyArn',
  'LoggingConfig',
  'RuntimeManagementConfig',
  'Tags',
  'TracingConfig',
  'VpcConfig',
];

/**
 * The function in this `AWS::Lambda::Function`; undefined for those that CDK adds for custom
 * resources, whose work the local stack does itself.
 */
export function readFunction(
  resource: Resource & { attributes: { [name: string]: Json } },
  assetPath: (objectKey: string) => string,
): LambdaFunction | undefined {
  if (isCustomResourceProvider(resource)) return undefined;
  refuseUnknownProperties(resource, honoured, harmless);
  const { Code, Environment, Handler, MemorySize, Runtime, Timeout } = resource.properties;
  const { ReservedConcurrentExecutions: reserved, Role } = resource.properties;
  if (typeof Runtime !== 'string' || !Runtime.startsWith('nodejs24.')) {
    throw new NotEmulated(
      `${nameOf(resource)}: runtime ${JSON.stringify(Runtime)} is not emulated, only nodejs24.x`,
    );
  }
  refuseUnknownMembers(resource, 'Code', Code ?? {}, ['S3Bucket', 'S3Key']);
  refuseUnknownMembers(resource, 'Environment', Environment ?? {}, ['Variables']);
  const key = (Code as { S3Key?: Json } | undefined)?.S3Key;
  if (typeof key !== 'string')
    throw new NotEmulated(`${nameOf(resource)}: code that is no asset is not emulated`);
  const directory = assetPath(key);
  if (!existsSync(directory) || !statSync(directory).isDirectory()) {
    throw new Error(
      `${nameOf(resource)}: its code, ${directory}, is not a directory of the cloud assembly`,
    );
  }
  return {
    name: resource.ref,
    arn: String(resource.attributes.Arn),
    directory,
    handler: String(Handler),
    runtime: Runtime,
    timeoutSeconds: Number(Timeout ?? 3),
    memoryMegabytes: Number(MemorySize ?? 128),
    environment: ((Environment as { Variables?: object } | undefined)?.Variables ?? {}) as {
      [name: string]: string;
    },
    ...(typeof Role === 'string' && { role: Role }),
    ...(reserved !== undefined && { reservedConcurrency: Number(reserved) }),
  };
}

/** Prefixes of the logical ids of CDK's own functions. */
const CUSTOM_RESOURCE_PROVIDERS = [
  'AWSCDKTriggerCustomResourceProvider',
  'CustomCDKBucketDeployment',
  'CustomVpcRestrictDefaultSGCustomResourceProvider',
];

function isCustomResourceProvider({ logicalId }: Resource): boolean {
  return CUSTOM_RESOURCE_PROVIDERS.some((name) => logicalId.startsWith(name));
}
