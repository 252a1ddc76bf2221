import type { CommandUnknownOpts } from '@commander-js/extra-typings';
import { addRequest, refuseUnknownSubcommand } from '../cli/addCommand.ts';

const load = () => import('../mails/runMails.ts');

export function addMails(program: CommandUnknownOpts): void {
  const mails = addRequest(program, 'mails', 'count mails to members by state, list and retry them')
    .allowExcessArguments()
    .action(async ({ dir }, command) => {
      refuseUnknownSubcommand(command);
      await (await load()).countMails(dir);
    });

  addRequest(mails, 'uncertain', 'list mails that may or may not have arrived').action(
    async ({ dir }) => (await load()).listMails(dir, 'UNCERTAIN'),
  );

  addRequest(mails, 'failed', 'list mails that were given up, newest first').action(
    async ({ dir }) => (await load()).listMails(dir, 'FAILED'),
  );

  addRequest(mails, 'show', 'show one mail in full')
    .argument('<key>', 'the key of the mail')
    .action(async (key, { dir }) => (await load()).showMail(dir, key));

  addRequest(mails, 'retry', 'send a mail that was given up')
    .argument('<key>', 'the key of the mail')
    .option('--may-have-arrived', 'even if the member may get it twice', false)
    .action(async (key, { dir, mayHaveArrived }) =>
      (await load()).retryMail(dir, key, mayHaveArrived),
    );
}
