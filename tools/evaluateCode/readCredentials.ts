import type { AppSyncClient } from '@aws-sdk/client-appsync';
import { StopWithMessage } from '../cli/stopWithMessage.ts';

/**
 * Returns the credentials that the client would sign with, so that they can be shown before
 * anything is sent.
 */
export async function readCredentials(
  client: AppSyncClient,
): Promise<{ region: string; accessKeyId: string }> {
  try {
    const region = await client.config.region();
    const { accessKeyId } = await client.config.credentials();
    return { region, accessKeyId };
  } catch (missing) {
    throw new StopWithMessage(
      `Nothing was sent: ${(missing as Error).message}.
Set AWS_REGION, and AWS_PROFILE or AWS_ACCESS_KEY_ID with AWS_SECRET_ACCESS_KEY, to an identity that
may call appsync:EvaluateCode on *.`,
    );
  }
}
