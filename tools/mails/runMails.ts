import { type MailOperation, operateMails } from '../../client/src/operateMails.ts';
import { ShinkanError } from '../../client/src/shinkanError.ts';
import { EXIT } from '../cli/exitCodes.ts';
import { printResult } from '../cli/output.ts';
import { StopWithMessage } from '../cli/stopWithMessage.ts';
import { askAsOperator } from '../stack/askAsOperator.ts';
import { readStack } from '../stack/stack.ts';
import { describeCounts, describeMail, describeShortly, SHORT_HEAD } from './describeMail.ts';

const MOST_SHOWN = 100;
const NONE = {
  FAILED: 'No mail is given up. 送信をあきらめたメールはありません。',
  UNCERTAIN: 'No mail is uncertain. 届いたかどうか不明なメールはありません。',
};

export async function countMails(dir: string): Promise<void> {
  const counts = await (await open(dir)).counts();
  printResult(counts, describeCounts(counts));
}

export async function listMails(dir: string, state: keyof typeof NONE): Promise<void> {
  const { mails, endCursor } = await (await open(dir)).mails(state, { first: MOST_SHOWN });
  const lines = mails.length === 0 ? [NONE[state]] : [SHORT_HEAD, ...mails.map(describeShortly)];
  const more = `… and more than ${MOST_SHOWN}: npx shinkan mails counts them`;
  printResult(mails, endCursor ? [...lines, more] : lines);
}

export async function showMail(dir: string, key: string): Promise<void> {
  const mail = await (await open(dir)).mail(key);
  if (mail === null) throw unknown(key);
  printResult(mail, describeMail(mail));
}

export async function retryMail(dir: string, key: string, mayHaveArrived: boolean): Promise<void> {
  const mail = await (await open(dir)).retry(key, mayHaveArrived).catch((error: unknown) => {
    throw explained(key, error);
  });
  printResult(mail, [`${mail.state} ${mail.id}: it goes out with the next run of the workflow.`]);
}

async function open(dir: string): Promise<MailOperation> {
  return operateMails(await askAsOperator(readStack(dir)));
}

function explained(key: string, error: unknown): unknown {
  switch (error instanceof ShinkanError ? error.errorType : null) {
    case 'OutgoingMailNotFound':
      return unknown(key);
    case 'OutgoingMailNotFailed':
      return new StopWithMessage(
        `メール「${key}」は送信をあきらめていないので、何も変更していません。 / Nothing of the mail ${key} is FAILED; nothing was changed: npx shinkan mails show ${key}`,
        EXIT.refused,
      );
    case 'OutgoingMailMayHaveArrived':
      return new StopWithMessage(
        `メール「${key}」は届いている可能性があります。二通届いてもよければ --may-have-arrived を付けてください。何も変更していません。 / The mail ${key} may have arrived; nothing was changed. To accept that the member may get it twice: npx shinkan mails retry ${key} --may-have-arrived`,
        EXIT.refused,
      );
    default:
      return error;
  }
}

function unknown(key: string): StopWithMessage {
  return new StopWithMessage(
    `メール「${key}」はありません。一覧: npx shinkan mails failed / There is no mail ${key}.`,
    EXIT.refused,
  );
}
