import type { CommandUnknownOpts } from '@commander-js/extra-typings';
import { addCommand, refuseUnknownSubcommand } from '../cli/addCommand.ts';
import { dirOption, jsonOption } from '../cli/options.ts';

const load = () => import('../mails/runMails.ts');

export function addMails(program: CommandUnknownOpts): void {
  const mails = addCommand(program, 'mails', 'count mails to members by state, list and retry them')
    .addOption(jsonOption())
    .addOption(dirOption())
    .allowExcessArguments()
    .action(async ({ dir }, command) => {
      refuseUnknownSubcommand(command);
      await (await load()).countMails(dir);
    });

  addCommand(mails, 'uncertain', 'list mails that may or may not have arrived')
    .addOption(jsonOption())
    .addOption(dirOption())
    .action(async ({ dir }) => (await load()).listMails(dir, 'UNCERTAIN'));

  addCommand(mails, 'failed', 'list mails that were given up, newest first')
    .addOption(jsonOption())
    .addOption(dirOption())
    .action(async ({ dir }) => (await load()).listMails(dir, 'FAILED'));

  addCommand(mails, 'show', 'show one mail in full')
    .argument('<key>', 'the key of the mail')
    .addOption(jsonOption())
    .addOption(dirOption())
    .action(async (key, { dir }) => (await load()).showMail(dir, key));

  addCommand(mails, 'retry', 'send a mail that was given up')
    .argument('<key>', 'the key of the mail')
    .option('--may-have-arrived', 'even if the member may get it twice', false)
    .addOption(jsonOption())
    .addOption(dirOption())
    .action(async (key, { dir, mayHaveArrived }) =>
      (await load()).retryMail(dir, key, mayHaveArrived),
    );
}
