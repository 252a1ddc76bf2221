import { type CatalogueOperation, operateCatalogue } from '../../client/src/operateCatalogue.ts';
import { ShinkanError } from '../../client/src/shinkanError.ts';
import { EXIT } from '../cli/exitCodes.ts';
import { printResult } from '../cli/output.ts';
import { StopWithMessage } from '../cli/stopWithMessage.ts';
import { askAsOperator } from '../stack/askAsOperator.ts';
import { readStack } from '../stack/stack.ts';
import { describeJoin, describeJoins } from './describeJoins.ts';

const KINDS = { contributor: 'CONTRIBUTOR', series: 'SERIES' } as const;
const MOST_SHOWN = 100;

type Kind = keyof typeof KINDS;

export async function listJoins(dir: string, kind: Kind): Promise<void> {
  const page = await (await open(dir)).joins(KINDS[kind], { first: MOST_SHOWN });
  printResult(page, describeJoins(page));
}

export async function join(dir: string, kind: Kind, from: string, into: string): Promise<void> {
  const joined = await explained((await open(dir)).join(KINDS[kind], from, into));
  const undo = `To take them apart: npx shinkan catalogue separate ${joined.id}`;
  printResult(joined, [describeJoin(joined), undo]);
}

export async function separate(dir: string, id: string): Promise<void> {
  const separated = await explained((await open(dir)).separate(id));
  printResult(separated, [describeJoin(separated)]);
}

async function open(dir: string): Promise<CatalogueOperation> {
  return operateCatalogue(await askAsOperator(readStack(dir)));
}

const REFUSALS: { [errorType: string]: string } = {
  ContributorNotFound: 'その ID の著者・シリーズはありません。',
  SeriesNotFound: 'その ID の著者・シリーズはありません。',
  CatalogueJoinNotFound: 'その ID でまとめたものはありません。',
  InvalidArgument: 'すでにひとつになっています。',
};

/** Turns a rejection by the API into a one-line message. */
async function explained<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    const refusal = error instanceof ShinkanError && REFUSALS[error.errorType ?? ''];
    if (!refusal) throw error;
    throw new StopWithMessage(`${refusal} / ${error.message}`, EXIT.refused);
  }
}
