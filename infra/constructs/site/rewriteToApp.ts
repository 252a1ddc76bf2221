import { join } from 'node:path';
import {
  Function as EdgeFunction,
  FunctionCode,
  FunctionRuntime,
} from 'aws-cdk-lib/aws-cloudfront';
import type { Construct } from 'constructs';

/** Serves the app's single page at every address of the app. */
export function rewriteToApp(scope: Construct, id: string): EdgeFunction {
  return new EdgeFunction(scope, id, {
    comment: 'Serves the app’s single page at every address of the app',
    code: FunctionCode.fromFile({ filePath: join(import.meta.dirname, 'rewriteToApp.js') }),
    runtime: FunctionRuntime.JS_2_0,
  });
}
