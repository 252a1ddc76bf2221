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
  /** Port of the inbox page. */
  inboxPort: number;
  /** Contains one JSON line per accepted mail, flushed to disk before SES answers. */
  mailsFile: string;
  sender: Sender;
  /** Called with each event that a configuration set publishes to EventBridge's default bus. */
  publish?: (event: MailEvent) => void;
  /** Called with the account's bounce and complaint rates. */
  measure?: (measurements: Measurement[]) => void;
  log: (line: string) => void;
}

export interface Ses {
  /** The SES endpoint (v1 and v2) for AWS clients. */
  url: string;
  /** The page where people read the mails. */
  inboxUrl: string;
  faults: Faults;
  /** Puts a mail from another AWS service into the inbox; resolves when it is on disk. */
  deliver(mail: Mail): Promise<void>;
  stop(): Promise<void>;
}

// A message of 40 MiB is 56 MB of base64; one of 10 MiB (v1) is smaller even with form escapes.
const LARGEST_REQUEST = 60 * 1024 * 1024;

/**
 * Accepts mail as SES v1 (AWS Query protocol) and v2 (REST and JSON), and keeps it for people and
 * tests.
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
      if (fault === 'timeout') return; // the client waits until its own timeout
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
