import {
  type AppSyncClient,
  BadRequestException,
  EvaluateCodeCommand,
  type EvaluateCodeCommandOutput,
} from '@aws-sdk/client-appsync';
import { StopWithMessage } from '../cli/stopWithMessage.ts';
import type { Outcome } from './outcome.ts';
import type { Case } from './readCases.ts';

/** Runs a case with AppSync's EvaluateCode. Stops the command if AppSync does not run it at all. */
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
    // Rejected code may arrive as an exception, as from CreateResolver.
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
  // A helper's error message is prefixed with its place in the code; that of util.error is not.
  if (error) return { error: (error.message ?? '').replace(/^code\.js:\d+:\d+: /, '') };
  return { result: evaluationResult ? JSON.parse(evaluationResult) : null };
}
