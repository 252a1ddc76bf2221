import type { CommandUnknownOpts } from '@commander-js/extra-typings';
import { dirOption } from './options.ts';

/** Adds a subcommand with the options that every command has. */
export function addCommand<Name extends string>(
  parent: CommandUnknownOpts,
  name: Name,
  summary: string,
) {
  return parent
    .command(name)
    .description(summary)
    .option('--quiet', 'print only results and errors')
    .option('--debug', 'print the stack trace of an error')
    .hook('preSubcommand', passOptionsDown);
}

/** Adds a subcommand that makes a request to a running stack. */
export function addRequest<Name extends string>(
  parent: CommandUnknownOpts,
  name: Name,
  summary: string,
) {
  return addCommand(parent, name, summary)
    .option('--json', 'print one JSON value and nothing else; errors go to stderr')
    .addOption(dirOption());
}

/** Rejects a mistyped subcommand, with a suggestion, of a command that also works without one. */
export function refuseUnknownSubcommand(command: CommandUnknownOpts): void {
  if (command.args.length === 0) return;
  // What commander itself calls for commands that need a subcommand; its types omit it.
  (command as unknown as { unknownCommand(): never }).unknownCommand();
}

/**
 * An option given before a subcommand counts as given after it, or is rejected if the subcommand
 * lacks it.
 */
export function passOptionsDown(parent: CommandUnknownOpts, child: CommandUnknownOpts): void {
  for (const option of parent.options) {
    const name = option.attributeName();
    if (parent.getOptionValueSource(name) !== 'cli') continue;
    if (!child.options.some((own) => own.attributeName() === name)) {
      child.error(`error: ${child.name()} has no option ${option.long}`, {
        code: 'commander.unknownOption',
      });
    }
    child.setOptionValueWithSource(name, parent.getOptionValue(name), 'cli');
  }
}
