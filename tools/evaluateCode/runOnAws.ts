import {
  type AppSyncClient,
  BadRequestException,
  EvaluateCodeCommand,
  type EvaluateCodeCommandOutput,
} from '@aws-sdk/client-appsync';
import { StopWithMessage } from '../cli/stopWithMessage.ts';
import type { Outcome } from './outcome.ts';
import type { Case } from './readCases.ts';

/** Runs a case by AppSync's EvaluateCode. Stops the command when AppSync does not run it at all. */
export async function runOnAws(
  client: AppSyncClient,
  { name: label, code, handler, context }: Case,
): Promise<Outcome> {
  const command = new EvaluateCodeCommand({
    runtime: { name: 'APPSYNC_JS', runtimeVersion: '1.0.0' },
    code,
    function: handler,
    context: JSON.stringify(context),
  });
  try {
    return toOutcome(await client.send(command));
  } catch (fault) {
    // Code that is refused may come as an exception, as it does from CreateResolver.
    if (fault instanceof BadRequestException) return { refused: fault.message };
    const { name, message } = fault as Error;
    throw new StopWithMessage(`AppSync did not run "${label}": ${name}: ${message}`);
  }
}

function toOutcome({ error, evaluationResult }: EvaluateCodeCommandOutput): Outcome {
  if (error?.codeErrors?.length) {
    const lines = error.codeErrors.map(
      ({ errorType, value, location }) =>
        `${location?.line}:${location?.column} ${errorType}: ${value}`,
    );
    return { refused: lines.join('\n') };
  }
  // What a helper throws stands behind its place in the code, what util.error throws does not.
  if (error) return { error: (error.message ?? '').replace(/^code\.js:\d+:\d+: /, '') };
  return { result: evaluationResult ? JSON.parse(evaluationResult) : null };
}
