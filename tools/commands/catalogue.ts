import { parseArgs } from 'node:util';
import { operateCatalogue } from '../../client/src/operateCatalogue.ts';
import { ShinkanError } from '../../client/src/shinkanError.ts';
import { describeJoin, describeJoins } from '../catalogue/describeJoins.ts';
import { runCommand, StopWithMessage } from '../cli/stopWithMessage.ts';
import { askAsOperator } from '../stack/askAsOperator.ts';
import { readStack } from '../stack/stack.ts';

const USAGE = `npm run catalogue -- joins contributor|series [--json] [--dir PATH]   what was joined, newest first
npm run catalogue -- join contributor|series FROM INTO   make two one: FROM is found as INTO
npm run catalogue -- separate JOIN                       take apart what was joined
FROM and INTO are ids, as they stand in the addresses of the pages.`;

const KINDS = { contributor: 'CONTRIBUTOR', series: 'SERIES' } as const;
const MOST_SHOWN = 100;

await runCommand(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      dir: { type: 'string', default: '.local' },
    },
  });
  const [word, ...given] = positionals;
  const open = async () => operateCatalogue(await askAsOperator(readStack(values.dir)));
  const print = (answer: object, lines: string[]) =>
    console.log(values.json ? JSON.stringify(answer) : lines.join('\n'));

  switch (word) {
    case 'joins': {
      const [kind] = need(given, 1);
      const page = await (await open()).joins(readKind(kind), { first: MOST_SHOWN });
      print(page, describeJoins(page));
      return 0;
    }
    case 'join': {
      const [kind, from, into] = need(given, 3);
      const join = await told((await open()).join(readKind(kind), from ?? '', into ?? ''));
      print(join, [
        describeJoin(join),
        `To take them apart: npm run catalogue -- separate ${join.id}`,
      ]);
      return 0;
    }
    case 'separate': {
      const [id] = need(given, 1);
      const join = await told((await open()).separate(id ?? ''));
      print(join, [describeJoin(join)]);
      return 0;
    }
    default:
      throw new StopWithMessage(USAGE, 2);
  }
});

function need(given: string[], count: number): string[] {
  if (given.length !== count) throw new StopWithMessage(USAGE, 2);
  return given;
}

function readKind(word: string | undefined): 'CONTRIBUTOR' | 'SERIES' {
  if (word !== 'contributor' && word !== 'series') throw new StopWithMessage(USAGE, 2);
  return KINDS[word];
}

/** What is refused as a message of one line. */
async function told<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    if (!(error instanceof ShinkanError)) throw error;
    switch (error.errorType) {
      case 'ContributorNotFound':
      case 'SeriesNotFound':
        throw new StopWithMessage(`その ID の著者・シリーズはありません。 / ${error.message}`, 2);
      case 'CatalogueJoinNotFound':
        throw new StopWithMessage(`その ID でまとめたものはありません。 / ${error.message}`, 2);
      case 'InvalidArgument':
        throw new StopWithMessage(`すでにひとつになっています。 / ${error.message}`, 2);
      default:
        throw error;
    }
  }
}
