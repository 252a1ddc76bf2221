import { Argument, type CommandUnknownOpts } from '@commander-js/extra-typings';
import { addCommand, addRequest } from '../cli/addCommand.ts';

const load = () => import('../catalogue/runCatalogue.ts');

export function addCatalogue(program: CommandUnknownOpts): void {
  const catalogue = addCommand(
    program,
    'catalogue',
    'join two names of one author or series, and separate them again',
  );

  addRequest(catalogue, 'joins', 'list what was joined, newest first')
    .addArgument(kind())
    .action(async (of, { dir }) => (await load()).listJoins(dir, of));

  addRequest(catalogue, 'join', 'join two: FROM is then found as INTO')
    .addArgument(kind())
    .argument('<from>', 'the id in the address of its page')
    .argument('<into>', 'likewise')
    .action(async (of, from, into, { dir }) => (await load()).join(dir, of, from, into));

  addRequest(catalogue, 'separate', 'separate what was joined')
    .argument('<join>', 'the id of the join')
    .action(async (id, { dir }) => (await load()).separate(dir, id));
}

function kind() {
  return new Argument('<kind>').choices(['contributor', 'series'] as const);
}
