import { parseArgs } from 'node:util';
import {
  type MailOperation,
  type OutgoingMail,
  operateMails,
} from '../../client/src/operateMails.ts';
import { ShinkanError } from '../../client/src/shinkanError.ts';
import { runCommand, StopWithMessage } from '../cli/stopWithMessage.ts';
import {
  describeCounts,
  describeMail,
  describeShortly,
  SHORT_HEAD,
} from '../mails/describeMail.ts';
import { askAsOperator } from '../stack/askAsOperator.ts';
import { readStack } from '../stack/stack.ts';

const USAGE = `npm run mails [-- --json] [--dir PATH]   how many mails to members stand how
npm run mails -- uncertain              those that may have arrived, and nobody knows
npm run mails -- failed                 those that were given up, newest first
npm run mails -- show KEY               what became of one
npm run mails -- retry KEY [--may-have-arrived]   have one sent that was given up`;

const LISTS = { uncertain: 'UNCERTAIN', failed: 'FAILED' } as const;
const MOST_SHOWN = 100;

await runCommand(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      'may-have-arrived': { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      dir: { type: 'string', default: '.local' },
    },
  });
  const [word, key] = positionals;
  const print = (answer: object, lines: string[]) =>
    console.log(values.json ? JSON.stringify(answer) : lines.join('\n'));
  const needKey = () => {
    if (key === undefined) throw new StopWithMessage(USAGE, 2);
    return key;
  };

  switch (word) {
    case undefined: {
      const counts = await (await openMails(values.dir)).counts();
      print(counts, describeCounts(counts));
      return 0;
    }
    case 'uncertain':
    case 'failed': {
      const mails = await openMails(values.dir);
      print(...(await list(mails, word)));
      return 0;
    }
    case 'show': {
      const id = needKey();
      const mail = await (await openMails(values.dir)).mail(id);
      if (mail === null) throw unknown(id);
      print(mail, describeMail(mail));
      return 0;
    }
    case 'retry': {
      const id = needKey();
      const mails = await openMails(values.dir);
      const mail = await retry(mails, id, values['may-have-arrived']);
      print(mail, [`${mail.state} ${mail.id}: it goes out with the next run of the workflow.`]);
      return 0;
    }
    default:
      throw new StopWithMessage(USAGE, 2);
  }
});

async function openMails(dir: string): Promise<MailOperation> {
  return operateMails(await askAsOperator(readStack(dir)));
}

async function list(
  mails: MailOperation,
  word: keyof typeof LISTS,
): Promise<[OutgoingMail[], string[]]> {
  const page = await mails.mails(LISTS[word], { first: MOST_SHOWN });
  if (page.mails.length === 0) {
    const none =
      word === 'failed'
        ? 'No mail is given up. 送信をあきらめたメールはありません。'
        : 'No mail is uncertain. 届いたかどうか不明なメールはありません。';
    return [[], [none]];
  }
  const more = page.endCursor ? [`… and more than ${MOST_SHOWN}: npm run mails counts them`] : [];
  return [page.mails, [SHORT_HEAD, ...page.mails.map(describeShortly), ...more]];
}

async function retry(mails: MailOperation, id: string, accepted: boolean): Promise<OutgoingMail> {
  try {
    return await mails.retry(id, accepted);
  } catch (error) {
    if (!(error instanceof ShinkanError)) throw error;
    switch (error.errorType) {
      case 'OutgoingMailNotFound':
        throw unknown(id);
      case 'OutgoingMailNotFailed':
        throw new StopWithMessage(
          `メール「${id}」は送信をあきらめていないので、何も変更していません。 / Nothing of the mail ${id} is FAILED; nothing was changed: npm run mails -- show ${id}`,
          2,
        );
      case 'OutgoingMailMayHaveArrived':
        throw new StopWithMessage(
          `メール「${id}」は届いている可能性があります。二通届いてもよければ --may-have-arrived を付けてください。何も変更していません。 / The mail ${id} may have arrived; nothing was changed. To accept that the member may get it twice: npm run mails -- retry ${id} --may-have-arrived`,
          2,
        );
      default:
        throw error;
    }
  }
}

function unknown(id: string): StopWithMessage {
  return new StopWithMessage(
    `メール「${id}」はありません。一覧: npm run mails -- failed / There is no mail ${id}.`,
    2,
  );
}
