import { existsSync, statSync } from 'node:fs';
import {
  NotEmulated,
  nameOf,
  refuseUnknownMembers,
  refuseUnknownProperties,
} from '../../lib/refuse.ts';
import type { Json, Resource } from '../../lib/resource.ts';

/** One function as it is to be run. */
export interface LambdaFunction {
  name: string;
  arn: string;
  /** The ARN of the role that it runs as; undefined when the template gives none. */
  role?: string;
  directory: string;
  handler: string;
  runtime: string;
  timeoutSeconds: number;
  memoryMegabytes: number;
  environment: { [name: string]: string };
  /** Invocations at once, as the template reserves them; undefined when it does not. */
  reservedConcurrency?: number;
  /** On which port a debugger may attach; none when undefined. */
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

// What a function may reach, where its logs go and how it is watched differ by nature on one machine.
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
 * What this `AWS::Lambda::Function` runs; undefined for the functions that CDK itself adds behind
 * custom resources, whose work the local stack does in their place.
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

/** The logical ids of CDK's own functions begin like this. */
const CUSTOM_RESOURCE_PROVIDERS = [
  'AWSCDKTriggerCustomResourceProvider',
  'CustomCDKBucketDeployment',
  'CustomVpcRestrictDefaultSGCustomResourceProvider',
];

function isCustomResourceProvider({ logicalId }: Resource): boolean {
  return CUSTOM_RESOURCE_PROVIDERS.some((name) => logicalId.startsWith(name));
}
