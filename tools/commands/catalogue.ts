import { Argument, type CommandUnknownOpts } from '@commander-js/extra-typings';
import { addCommand } from '../cli/addCommand.ts';
import { dirOption, jsonOption } from '../cli/options.ts';

const load = () => import('../catalogue/runCatalogue.ts');

export function addCatalogue(program: CommandUnknownOpts): void {
  const catalogue = addCommand(
    program,
    'catalogue',
    'join two names of one author or series, and separate them again',
  );

  addCommand(catalogue, 'joins', 'list what was joined, newest first')
    .addArgument(kind())
    .addOption(jsonOption())
    .addOption(dirOption())
    .action(async (of, { dir }) => (await load()).listJoins(dir, of));

  addCommand(catalogue, 'join', 'join two: FROM is then found as INTO')
    .addArgument(kind())
    .argument('<from>', 'the id in the address of its page')
    .argument('<into>', 'likewise')
    .addOption(jsonOption())
    .addOption(dirOption())
    .action(async (of, from, into, { dir }) => (await load()).join(dir, of, from, into));

  addCommand(catalogue, 'separate', 'separate what was joined')
    .argument('<join>', 'the id of the join')
    .addOption(jsonOption())
    .addOption(dirOption())
    .action(async (id, { dir }) => (await load()).separate(dir, id));
}

function kind() {
  return new Argument('<kind>').choices(['contributor', 'series'] as const);
}
