import { dirname } from 'node:path';
import { region } from '../../lib/aws.ts';
import { type AccessKey, keyVariables } from '../iam/accessKeys.ts';
import type { LambdaFunction } from './readFunction.ts';

/**
 * The environment of a function: the template's variables and those that Lambda adds, including the
 * key of the function's role. Excludes this process's own variables.
 */
export function environmentOf(
  fn: LambdaFunction,
  endpoints: { [variable: string]: string },
  key: AccessKey,
): { [name: string]: string } {
  return {
    PATH: `${dirname(process.execPath)}:/usr/local/bin:/usr/bin:/bin`,
    HOME: process.env.HOME ?? '/tmp',
    LANG: 'en_US.UTF-8',
    // Lambda's clock is UTC, whatever the machine's time zone.
    TZ: ':UTC',
    ...fn.environment,
    ...endpoints,
    AWS_REGION: region,
    AWS_DEFAULT_REGION: region,
    ...keyVariables(key),
    AWS_EXECUTION_ENV: `AWS_Lambda_${fn.runtime}`,
    AWS_LAMBDA_FUNCTION_NAME: fn.name,
    AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(fn.memoryMegabytes),
    AWS_LAMBDA_LOG_GROUP_NAME: `/aws/lambda/${fn.name}`,
    AWS_LAMBDA_LOG_STREAM_NAME: 'local',
    LAMBDA_TASK_ROOT: fn.directory,
    _HANDLER: fn.handler,
  };
}
