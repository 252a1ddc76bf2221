import type { Met } from './askers.ts';
import { FIELDS } from './fields.ts';
import { WHO, type Who } from './who.ts';

/** The fields that a caller can reach. */
export interface Reach {
  /** The results of their queries over HTTP. */
  http: Map<string, Met>;
  /** The fields they receive over the WebSocket. */
  live: Set<string>;
  /** The result for each field on its own, whether or not a way leads to it. */
  own: Map<string, Met>;
}

export type Matrix = { [who in Who]: Reach };

const LEGEND = `Who has which field of the API. A cell tells of HTTP, then of the WebSocket:
  Q  is answered
  N  is told that it is for operators (NotAnOperator)
  q  would be answered, but no way leads there
  n  would be told that it is for operators, but no way leads there
  S  is told as it happens
  .  is refused, or not there
The roles of sign-in and of the review of sessions have Mutation.disconnectSession and nothing else:
test/synth/permissions.test.ts holds their policies.
`;
const NAME_WIDTH = Math.max(...FIELDS.map((name) => name.length)) + 2;
const GAP = '  ';

/** The matrix as people review it: one line per field. */
export function printMatrix(matrix: Matrix): string {
  const lines = FIELDS.map((name) => {
    const cells = WHO.map((who) => printCell(matrix[who], name).padEnd(who.length));
    return `${name.padEnd(NAME_WIDTH)}${cells.join(GAP)}`.trimEnd();
  });
  const head = `${' '.repeat(NAME_WIDTH)}${WHO.join(GAP)}`;
  return [LEGEND, head, ...lines, ''].join('\n');
}

function printCell({ http, live, own }: Reach, name: string): string {
  const told = live.has(name) ? 'S' : '.';
  // Nobody requests a subscription over HTTP.
  if (name.startsWith('Subscription.')) return `.${told}`;
  const letter = letterOf(http.get(name)) ?? letterOf(own.get(name))?.toLowerCase() ?? '.';
  return letter + told;
}

function letterOf(met: Met | undefined): string | undefined {
  return met && { answered: 'Q', NotAnOperator: 'N' }[met];
}

/**
 * The result for each field on its own in a reviewed text: each line of a matrix except its head.
 */
export function readOwn(text: string): { [who in Who]: Map<string, Met> } {
  const rows = text.split('\n').filter((line) => /^[A-Z]\w+\.\w+ /.test(line));
  const of = (who: Who) =>
    new Map(
      rows.flatMap((line): [string, Met][] => {
        const cell = line.slice(NAME_WIDTH + offsetOf(who)).slice(0, 2);
        const name = line.split(' ')[0] as string;
        if (/^[Nn]/.test(cell)) return [[name, 'NotAnOperator']];
        return /[QqS]/.test(cell) ? [[name, 'answered']] : [];
      }),
    );
  return Object.fromEntries(WHO.map((who) => [who, of(who)])) as {
    [who in Who]: Map<string, Met>;
  };
}

function offsetOf(who: Who): number {
  const before = WHO.slice(0, WHO.indexOf(who));
  return before.reduce((width, one) => width + one.length + GAP.length, 0);
}
