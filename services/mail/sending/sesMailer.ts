import { SESClient, SendRawEmailCommand } from '@aws-sdk/client-ses';
import { classifySesError } from './classifySesError.ts';
import type { Mailer } from './mailer.ts';

/** Sends through SES. Tries once: the client's own retries would send again after a timeout. */
export function sesMailer(
  { from, configurationSet }: { from: string; configurationSet: string },
  client = openSes(),
): Mailer {
  return async ({ mailKey, to, raw }) => {
    try {
      const { MessageId } = await client.send(
        new SendRawEmailCommand({
          Source: from,
          Destinations: [to],
          RawMessage: { Data: raw },
          ConfigurationSetName: configurationSet,
          Tags: [{ Name: 'mail_key', Value: mailKey }],
        }),
      );
      if (MessageId === undefined) return { kind: 'UNKNOWN', reason: 'SES returned no message id' };
      return { kind: 'SENT', messageId: MessageId };
    } catch (error) {
      return classifySesError(error);
    }
  };
}

/** Returns an SES client that tries once and waits 10 s for the answer. */
export function openSes(): SESClient {
  return new SESClient({
    maxAttempts: 1,
    requestHandler: {
      connectionTimeout: 3_000,
      requestTimeout: 10_000,
      throwOnRequestTimeout: true,
    },
  });
}
