import type { S3Client } from '@aws-sdk/client-s3';
import { NotEmulated, nameOf } from '../../lib/refuse.ts';
import type { Json } from '../../lib/resource.ts';
import { deployBucket } from './deployBucket.ts';
import { orderCustomResources } from './orderCustomResources.ts';
import type { DeployedResource } from './resolveStacks.ts';
import { runTrigger } from './runTrigger.ts';

export interface CustomResourceOptions {
  invoke(functionArn: string, payload: Json): Promise<Json>;
  assetPath(objectKey: string): string;
  s3: S3Client;
  /** Called before each one begins. */
  onBegin(resource: DeployedResource): void;
}

/** Runs CloudFormation's custom resources, in their order, as on creation of the stacks. */
export async function deployCustomResources(
  resources: DeployedResource[],
  options: CustomResourceOptions,
): Promise<void> {
  for (const resource of orderCustomResources(resources)) {
    options.onBegin(resource);
    if (resource.type === 'Custom::Trigger') await runTrigger(resource, options.invoke);
    else if (resource.type === 'Custom::CDKBucketDeployment') {
      await deployBucket(resource, options.assetPath, options.s3);
    } else {
      throw new NotEmulated(`${nameOf(resource)}: this custom resource is not emulated`);
    }
  }
}
