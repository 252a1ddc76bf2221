import { RealtimeConnection } from '../../../../tools/conformance/realtimeConnection.ts';
import type { GraphqlAnswer } from '../../../../tools/testing/graphql.ts';
import { askAs, isDenial, type Met, type Prove } from '../matrix/askers.ts';
import { FIELDS, select, split } from '../matrix/fields.ts';
import { WHO, type Who } from '../matrix/who.ts';
import type { ProbeApi } from './probeApi.ts';
import { PROBE } from './probeSchema.ts';

type Own = { [who in Who]: Map<string, Met> };

/** Requests every field as every caller and returns the results. */
export interface Probe {
  observe(): Promise<Own>;
  close(): void;
}

export async function openProbe({ url, realtimeUrl, askers }: ProbeApi): Promise<Probe> {
  const listening = await listenAs(realtimeUrl, url, askers['API key']);
  const observeOne = async (who: Who): Promise<[Who, Map<string, Met>]> => {
    const prove = askers[who];
    const [asked, changed, heard] = await Promise.all([
      readMet(await askAs(prove, url, QUESTIONS), QUERIED),
      readMet(await askAs(prove, url, CHANGES), CHANGED),
      listening.mayListen(prove),
    ]);
    const live: [string, Met][] = heard ? [[LISTENING, 'answered']] : [];
    return [who, new Map([...asked, ...changed, ...live])];
  };
  return {
    observe: async () => Object.fromEntries(await Promise.all(WHO.map(observeOne))) as Own,
    close: listening.close,
  };
}

const LISTENING = 'Subscription.onBookEvent';
const typeOf = (name: string) => split(name)[0];
const CHANGED = FIELDS.filter((name) => typeOf(name) === 'Mutation');
const QUERIED = FIELDS.filter((name) => !['Mutation', 'Subscription'].includes(typeOf(name)));

/** A field's name in the answer, which a resolver of the field cannot change. */
const aliasOf = (name: string) => name.replace('.', '__');
const nameOf = (alias: unknown) => String(alias).replace('__', '.');

const CHANGES = `mutation { ${CHANGED.map(askFor).join(' ')} }`;
const QUESTIONS = `{ ${[...groupByType(QUERIED)].map(askForAll).join(' ')} }`;

function askFor(name: string): string {
  return `${aliasOf(name)}: ${select(name)}`;
}

function askForAll([type, names]: [string, string[]]): string {
  const fields = names.map(askFor).join(' ');
  return type === 'Query' ? fields : `${PROBE}${type} { ${fields} }`;
}

function groupByType(names: string[]): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const name of names) groups.set(typeOf(name), [...(groups.get(typeOf(name)) ?? []), name]);
  return groups;
}

/** A request that is rejected as a whole denies all. */
function readMet({ data, errors = [] }: GraphqlAnswer<object>, names: string[]): [string, Met][] {
  const denials = errors.filter(isDenial);
  if (!data && denials.length === errors.length && denials.length > 0) return [];
  if (!data) throw new Error(JSON.stringify(errors));
  const denied = new Map(denials.map(({ path, errorType }) => [nameOf(path?.at(-1)), errorType]));
  const lost = [...denied.keys()].filter((name) => !names.includes(name));
  if (lost.length > 0) throw new Error(`no such field was asked for: ${lost.join(', ')}`);
  return names.flatMap((name): [string, Met][] => {
    if (!denied.has(name)) return [[name, 'answered']];
    return denied.get(name) === 'NotAnOperator' ? [[name, 'NotAnOperator']] : [];
  });
}

/**
 * A connection on which anyone may try to subscribe, since each subscription proves its own
 * identity.
 */
async function listenAs(realtimeUrl: string, url: string, prove: Prove) {
  const { host } = new URL(url);
  const authorize = async (by: Prove, to: string, body: string) => ({
    host,
    ...(await by(to, body)),
  });
  const proof = await authorize(prove, `${url}/connect`, '{}');
  const connection = await RealtimeConnection.open(realtimeUrl, 'protocol', proof);
  await connection.acknowledged();
  let count = 0;
  return {
    async mayListen(by: Prove): Promise<boolean> {
      count += 1;
      const id = String(count);
      const query = 'subscription { onBookEvent { __typename } }';
      const authorization = await authorize(by, url, JSON.stringify({ query, variables: {} }));
      connection.start(id, query, {}, authorization);
      const answer = await connection.until((one) => one.id === id);
      if (answer.type === 'start_ack') {
        connection.send({ type: 'stop', id });
        return true;
      }
      const { errors = [] } = answer.payload ?? {};
      if (errors.length > 0 && errors.every(isDenial)) return false;
      throw new Error(JSON.stringify(answer));
    },
    close: () => connection.close(),
  };
}
