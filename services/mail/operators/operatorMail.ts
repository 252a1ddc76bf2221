import type { Database, Row } from '../../../db/database.ts';
import type { NoticeKind } from './findNotice.ts';

/** One mail to one operator: the execution, the kind of notice and the recipient. */
export interface OperatorMail {
  execution: string;
  told: NoticeKind;
  address: string;
}

// The function's maximum duration: after that no sender holds the mail.
const LEASE_MS = 60_000;

const WHICH = 'execution = :execution and told = :told and address = :address';

/** The state of a mail: claimed by us, claimed by another sender, or finally sent or refused. */
export type Claim = 'OURS' | 'IN_HAND' | 'SETTLED';

/**
 * Claims a mail if it is available. Looks for the token instead of counting rows, so that a lost
 * answer loses no mail. The claim of a crashed sender expires after a minute.
 */
export async function claimOperatorMail(
  database: Database,
  mail: OperatorMail,
  token: string,
  now: Date,
): Promise<Claim> {
  await database.execute(
    `insert into operator_mail (execution, told, address, state, created_at)
     values (:execution, :told, :address, 'PENDING', :now)
     on duplicate key update execution = execution`,
    { ...mail, now },
  );
  await database.execute(
    `update operator_mail
     set lease_token = :token, lease_until = :until, attempt = attempt + 1
     where ${WHICH} and state = 'PENDING' and (lease_until is null or lease_until <= :now)`,
    { ...mail, token, now, until: new Date(now.getTime() + LEASE_MS) },
  );
  const [row] = await database.query<MailRow>(
    `select state, lease_token from operator_mail where ${WHICH}`,
    { ...mail },
  );
  if (row?.state !== 'PENDING') return 'SETTLED';
  return row.lease_token === token ? 'OURS' : 'IN_HAND';
}

interface MailRow extends Row {
  state: 'PENDING' | 'SENT' | 'FAILED';
  lease_token: string | null;
}

/** Records that SES has accepted the mail or will never accept it. */
export async function settleOperatorMail(
  database: Database,
  mail: OperatorMail,
  fate: { state: 'SENT'; messageId: string } | { state: 'FAILED'; reason: string },
  now: Date,
): Promise<void> {
  await database.execute(
    `update operator_mail
     set state = :state, message_id = :messageId, reason = :reason, settled_at = :now,
       lease_token = null, lease_until = null
     where ${WHICH}`,
    {
      ...mail,
      state: fate.state,
      messageId: fate.state === 'SENT' ? fate.messageId : null,
      reason: fate.state === 'FAILED' ? fate.reason.slice(0, 1000) : null,
      now,
    },
  );
}

/** Releases a mail that, as far as is known, was not sent, so that it is retried. */
export async function releaseOperatorMail(
  database: Database,
  mail: OperatorMail,
  reason: string,
): Promise<void> {
  await database.execute(
    `update operator_mail set lease_token = null, lease_until = null, reason = :reason
     where ${WHICH} and state = 'PENDING'`,
    { ...mail, reason: reason.slice(0, 1000) },
  );
}
