import type { Database } from '../../../db/database.ts';
import { log } from '../../lib/log.ts';
import type { Letterhead } from '../config.ts';
import type { Mailer } from '../sending/mailer.ts';
import { composeNotice } from './composeNotice.ts';
import type { EndedExecution } from './execution.ts';
import { findNotice, type NoticeKind } from './findNotice.ts';
import type { Notice } from './notice.ts';
import {
  claimOperatorMail,
  type OperatorMail,
  releaseOperatorMail,
  settleOperatorMail,
} from './operatorMail.ts';
import { readRun } from './readRun.ts';

export interface TellPorts {
  database: Database;
  mailer: Mailer;
  clock: () => Date;
  /** Returns a new identifier on each call: letters, digits and hyphens, at most 36. */
  ids: () => string;
}

/**
 * The notice of an execution, and to how many operators it was sent; `kind` is null if there was
 * none.
 */
export interface Told {
  kind: NoticeKind | null;
  sent: number;
}

/** A mail to an operator failed. The next attempt retries what may still succeed. */
export class OperatorNotTold extends Error {
  override name = 'OperatorNotTold';
}

/**
 * Mails every operator once about an execution that has ended, if there is anything to report.
 * Throws `OperatorNotTold`, after trying all of them, if a mail was not sent.
 */
export async function tellOperators(
  ports: TellPorts,
  letterhead: Letterhead,
  addresses: string[],
  execution: EndedExecution,
): Promise<Told> {
  const run = await readRun(ports.database, execution.runId);
  const kind = findNotice(execution, run);
  if (kind === null) return { kind, sent: 0 };
  const notice = { kind, execution, run };
  let sent = 0;
  const failures: string[] = [];
  for (const address of addresses) {
    try {
      const result = await tellOne(ports, letterhead, notice, address);
      if (result === 'SENT') sent += 1;
      else if (result !== 'DONE_BEFORE') failures.push(result.reason);
    } catch (error) {
      // One operator's failure need not affect the next.
      log.error('Notifying an operator failed; continuing with the next one', {
        reason: String(error),
      });
      failures.push(String(error));
    }
  }
  if (failures.length > 0) {
    throw new OperatorNotTold(
      `${failures.length} of ${addresses.length} operators were not told that ${execution.name} is ${kind}: ${failures[0]}`,
    );
  }
  return { kind, sent };
}

async function tellOne(
  { database, mailer, clock, ids }: TellPorts,
  letterhead: Letterhead,
  notice: Notice,
  address: string,
): Promise<'SENT' | 'DONE_BEFORE' | { reason: string }> {
  const mail: OperatorMail = { execution: notice.execution.name, told: notice.kind, address };
  const mailKey = ids();
  const claim = await claimOperatorMail(database, mail, mailKey, clock());
  if (claim === 'SETTLED') return 'DONE_BEFORE';
  // The sender that claimed it may have crashed: only a later attempt can tell.
  if (claim === 'IN_HAND') return { reason: 'another attempt holds the mail, or crashed with it' };
  const raw = await composeNotice({ letterhead, mailKey, to: address, notice, date: clock() });
  const outcome = await mailer({ mailKey, to: address, raw });
  switch (outcome.kind) {
    case 'SENT':
      await settleOperatorMail(
        database,
        mail,
        { state: 'SENT', messageId: outcome.messageId },
        clock(),
      );
      return 'SENT';
    case 'REJECTED':
      await settleOperatorMail(
        database,
        mail,
        { state: 'FAILED', reason: outcome.reason },
        clock(),
      );
      return outcome;
    // If it is unknown whether SES sent it, a second mail is better than none.
    case 'UNKNOWN':
    case 'POSTPONED':
      log.warn('A mail to an operator was not sent', { mail: mailKey, ...outcome });
      await releaseOperatorMail(database, mail, outcome.reason);
      return outcome;
  }
}
