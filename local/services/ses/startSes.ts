import type { IncomingMessage, ServerResponse } from 'node:http';
import { dirname, join } from 'node:path';
import type { Measurement } from '../../lib/metric.ts';
import { Faults } from '../protocol/faults.ts';
import { listen } from '../protocol/listen.ts';
import { readBody } from '../protocol/readBody.ts';
import { faultsPath, serveFaults } from '../protocol/serveFaults.ts';
import { asRefusal, faultErrors, toRestError } from './errors.ts';
import { startInbox } from './inbox.ts';
import type { Mail } from './mail.ts';
import type { MailEvent } from './mailEvents.ts';
import { MailsFile } from './mailsFile.ts';
import { PostOffice } from './postOffice.ts';
import { sendError, sendJson, sendJsonError, sendResult } from './queryAnswer.ts';
import { queryOperations, runQuery } from './queryOperations.ts';
import type { Sender } from './readSender.ts';
import { Reputation } from './reputation.ts';
import { restOperations } from './restOperations.ts';
import { findRoute, runRest } from './runRest.ts';
import { SuppressionList } from './suppressionList.ts';

export interface SesOptions {
  port: number;
  /** Port of the inbox page for people. */
  inboxPort: number;
  /** Every accepted mail is one JSON line in here, flushed to disk before SES answers. */
  mailsFile: string;
  sender: Sender;
  /** Told of each event that a configuration set publishes to EventBridge's default bus. */
  publish?: (event: MailEvent) => void;
  /** Told of the account's rates of bounces and complaints. */
  measure?: (measurements: Measurement[]) => void;
  log: (line: string) => void;
}

export interface Ses {
  /** The SES endpoint for AWS clients, of v1 and v2. */
  url: string;
  /** The page where people read the mails. */
  inboxUrl: string;
  faults: Faults;
  /** Puts a mail of another service of AWS into the inbox; resolves when it is on the disk. */
  deliver(mail: Mail): Promise<void>;
  stop(): Promise<void>;
}

// 40 MiB of message become 56 MB of base64; those 10 MiB of v1 stay below, also where a form escapes characters.
const LARGEST_REQUEST = 60 * 1024 * 1024;

/**
 * Accepts mail as SES v1 (AWS Query protocol) and SES v2 (REST and JSON) do, and keeps it for people and tests to read.
 */
export async function startSes(options: SesOptions): Promise<Ses> {
  const mails = await MailsFile.open(options.mailsFile);
  const inbox = await startInbox(options.inboxPort, mails.earlier);
  const faults = new Faults({
    operations: [
      ...new Set([...Object.keys(queryOperations), ...Object.keys(restOperations)]),
    ].sort(),
    errors: faultErrors,
  });
  const reputation = new Reputation();
  const office = new PostOffice({
    sender: options.sender,
    suppression: new SuppressionList(join(dirname(options.mailsFile), 'ses', 'suppression.json')),
    keep: deliver,
    publish: options.publish ?? (() => {}),
    observe: (events) => options.measure?.(reputation.count(events, Date.now())),
  });

  async function deliver(mail: Mail): Promise<void> {
    await mails.append(mail);
    inbox.add(mail);
  }

  const answerQuery = async (request: IncomingMessage, response: ServerResponse) => {
    try {
      const form = new URLSearchParams((await readBody(request, LARGEST_REQUEST)).toString('utf8'));
      const action = form.get('Action') ?? '';
      const fault = faults.take(action);
      if (fault === 'timeout') return; // the client waits until it gives up
      const result = await runQuery(form, office);
      if (fault === 'answerLost') request.socket.destroy();
      else sendResult(response, action, result);
    } catch (error) {
      const refusal = asRefusal(error);
      options.log(`SES: ${refusal.name}: ${refusal.message}`);
      request.resume();
      sendError(response, refusal);
    }
  };

  const answerRest = async (request: IncomingMessage, response: ServerResponse) => {
    try {
      const route = findRoute(request.method ?? '', request.url ?? '');
      const body = await readBody(request, LARGEST_REQUEST);
      const fault = faults.take(route.operation);
      if (fault === 'timeout') return;
      const result = await runRest(route, body, office);
      if (fault === 'answerLost') request.socket.destroy();
      else sendJson(response, 200, result);
    } catch (error) {
      const refusal = toRestError(asRefusal(error));
      options.log(`SES: ${refusal.name}: ${refusal.message}`);
      request.resume();
      sendJsonError(response, refusal);
    }
  };

  const answer = (request: IncomingMessage, response: ServerResponse) => {
    if (request.url === faultsPath) return serveFaults(faults, request, response);
    return request.method === 'POST' && request.url === '/'
      ? answerQuery(request, response)
      : answerRest(request, response);
  };

  const { url, stop } = await listen(options.port, answer, options.log);
  return {
    url,
    inboxUrl: inbox.url,
    faults,
    deliver,
    stop: async () => {
      await stop();
      await inbox.stop();
      await mails.close();
    },
  };
}
