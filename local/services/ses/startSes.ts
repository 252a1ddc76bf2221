import type { IncomingMessage, ServerResponse } from 'node:http';
import { AwsError } from '../protocol/awsError.ts';
import { listen } from '../protocol/listen.ts';
import { readBody } from '../protocol/readBody.ts';
import { acceptMail } from './acceptMail.ts';
import { type FaultKind, Faults } from './faults.ts';
import { startInbox } from './inbox.ts';
import { MailsFile } from './mailsFile.ts';
import { sendError, sendJsonError, sendResult } from './queryAnswer.ts';

export interface SesOptions {
  port: number;
  /** Port of the inbox page for people. */
  inboxPort: number;
  /** Every accepted mail is one JSON line in here, flushed to disk before SES answers. */
  mailsFile: string;
  /** Verified domains and addresses (`EmailIdentity` of AWS::SES::EmailIdentity). */
  identities: string[];
  /** Names of the configuration sets (AWS::SES::ConfigurationSet). */
  configurationSets: string[];
  log: (line: string) => void;
}

export interface Ses {
  /** The SES endpoint for AWS clients. */
  url: string;
  /** The page where people read the mails. */
  inboxUrl: string;
  /** Makes the next `times` (default 1) sends fail in the given way. */
  failNext(kind: FaultKind, times?: number): void;
  stop(): Promise<void>;
}

// 10 MiB of message become 13.4 MB of base64, and more where a character is escaped in the form.
const LARGEST_REQUEST = 24 * 1024 * 1024;

/** Accepts mail as SES v1 does (AWS Query protocol) and keeps it for people and tests to read. */
export async function startSes(options: SesOptions): Promise<Ses> {
  const mails = await MailsFile.open(options.mailsFile);
  const inbox = await startInbox(options.inboxPort, mails.earlier);
  const faults = new Faults();

  const accept = async (request: IncomingMessage, response: ServerResponse) => {
    const form = new URLSearchParams((await readBody(request, LARGEST_REQUEST)).toString('utf8'));
    const action = form.get('Action') ?? '';
    const fault = action.startsWith('Send') ? faults.take() : undefined;
    if (fault === 'timeout') return; // the client waits until it gives up
    const mail = await acceptMail(form, options);
    await mails.append(mail);
    inbox.add(mail);
    if (fault === 'answerLost') request.socket.destroy();
    else sendResult(response, action, { MessageId: mail.messageId });
  };

  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const isV1 = request.method === 'POST' && request.url === '/';
    try {
      if (isV1) await accept(request, response);
      else throw new AwsError('UnknownOperationException', refusalOf(request), 404);
    } catch (error) {
      if (!(error instanceof AwsError)) throw error;
      options.log(`${error.name}: ${error.message}`);
      request.resume();
      if (isV1) sendError(response, error);
      else sendJsonError(response, error);
    }
  };

  const { url, stop } = await listen(options.port, answer, options.log);
  return {
    url,
    inboxUrl: inbox.url,
    failNext: (kind, times = 1) => faults.add(kind, times),
    stop: async () => {
      await stop();
      await inbox.stop();
      await mails.close();
    },
  };
}

function refusalOf({ method, url }: IncomingMessage): string {
  return `SES v2 ${method} ${url} is not emulated on this machine; SendRawEmail and SendEmail of SES v1 are`;
}
