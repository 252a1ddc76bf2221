import { join } from 'node:path';
import type { Json } from '../../lib/resource.ts';
import { type Lambda, type LambdaOptions, startLambda } from '../../services/lambda/startLambda.ts';
import { resolveTemplates } from '../template/support.ts';

interface TemplateResource {
  Type: string;
  Properties: { [name: string]: Json };
}

/** Runs one function, named `Fn`, with this text as its `index.mjs`. */
export async function runFunction(
  directory: string,
  code: string,
  properties: { [name: string]: Json } = {},
  options: Partial<LambdaOptions> = {},
  others: { [logicalId: string]: TemplateResource } = {},
): Promise<Lambda & { arn: string; logFile: string }> {
  const Fn = {
    Type: 'AWS::Lambda::Function',
    Properties: {
      FunctionName: 'Fn',
      Handler: 'index.handler',
      Runtime: 'nodejs24.x',
      Code: { S3Bucket: 'assets', S3Key: 'code.zip' },
      ...properties,
    },
  };
  const template = resolveTemplates(
    directory,
    { Service: { Resources: { Fn, ...others } } },
    {},
    { code: { 'index.mjs': code } },
  );
  const lambda = await startLambda({
    resources: template.resources,
    assetPath: template.assembly.assetPath,
    endpoints: { AWS_ENDPOINT_URL_S3: 'http://127.0.0.1:9' },
    port: 0,
    dir: directory,
    log: () => undefined,
    ...options,
  });
  const arn = 'arn:aws:lambda:ap-northeast-1:000000000000:function:Fn';
  return { ...lambda, arn, logFile: join(directory, 'logs', 'Fn.log') };
}
