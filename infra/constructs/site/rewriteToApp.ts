import { join } from 'node:path';
import {
  Function as EdgeFunction,
  FunctionCode,
  FunctionRuntime,
} from 'aws-cdk-lib/aws-cloudfront';
import type { Construct } from 'constructs';

/** Every address of the app is answered with its one page. */
export function rewriteToApp(scope: Construct, id: string): EdgeFunction {
  return new EdgeFunction(scope, id, {
    comment: 'Answers every address of the app with its one page',
    code: FunctionCode.fromFile({ filePath: join(import.meta.dirname, 'rewriteToApp.js') }),
    runtime: FunctionRuntime.JS_2_0,
  });
}
