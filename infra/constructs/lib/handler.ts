import { cpSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { AssetHashType, DockerImage, type Duration, RemovalPolicy } from 'aws-cdk-lib';
import { type IRole, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import {
  Architecture,
  Code,
  Function as LambdaFunction,
  Runtime,
  Tracing,
} from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { acknowledge } from '../../acknowledge.ts';
import { bundle, ROOT } from '../../bundle.ts';
import { LOG_RETENTION } from '../../logs.ts';

export interface HandlerProps {
  description: string;
  /** The file that exports `handler`, relative to the root of the repository. */
  entry: string;
  environment: Record<string, string>;
  timeout: Duration;
  /** In MB; also decides the share of a CPU: 1,769 MB are one whole CPU. 512 when omitted. */
  memorySize?: number;
  /** Files and folders added to the bundle: path in the repository to path in the bundle. */
  copy?: Record<string, string>;
}

/** A Lambda function of ours: Node 24, its own role and log group, all dependencies bundled. */
export class Handler extends LambdaFunction {
  // Optional in the library, which creates one if none is given.
  declare readonly role: IRole;

  constructor(scope: Construct, id: string, props: HandlerProps) {
    const role = new Role(scope, `${id}Role`, {
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
      description: props.description,
    });
    const logGroup = new LogGroup(scope, `${id}Log`, {
      retention: LOG_RETENTION,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    logGroup.grantWrite(role);
    super(scope, id, {
      description: props.description,
      code: bundledCode(props),
      handler: 'index.handler',
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      memorySize: props.memorySize ?? 512,
      timeout: props.timeout,
      environment: { POWERTOOLS_SERVICE_NAME: serviceOf(props), ...props.environment },
      tracing: Tracing.ACTIVE,
      role,
      logGroup,
    });
    acknowledge(role, {
      id: 'AwsSolutions-IAM5[Resource::*]',
      reason: 'X-Ray accepts traces without a resource to name.',
    });
  }

  // The library would let callers invoke every version; ours invoke the function itself.
  override get resourceArnsForGrantInvoke(): string[] {
    return [this.functionArn];
  }
}

/** The service name in its log: `mail` for `services/mail/send.lambda.ts`. */
function serviceOf({ entry }: HandlerProps): string {
  return entry.replace(/^services\//, '').split('/')[0] ?? entry;
}

// The library's NodejsFunction starts npx for every function, which takes three times as long.
function bundledCode({ entry, copy = {} }: HandlerProps): Code {
  return Code.fromAsset(ROOT, {
    assetHashType: AssetHashType.OUTPUT,
    bundling: {
      // The library distinguishes bundles by this.
      command: [entry],
      image: DockerImage.fromRegistry('none, it is bundled without docker'),
      local: {
        tryBundle: (folder) => {
          bundle(entry, folder);
          for (const [from, to] of Object.entries(copy))
            cpSync(resolve(ROOT, from), join(folder, to), { recursive: true });
          return true;
        },
      },
    },
  });
}
