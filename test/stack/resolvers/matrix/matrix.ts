import { FIELDS } from './fields.ts';
import { WHO, type Who } from './who.ts';

/** What somebody has of the fields. */
export interface Reach {
  /** What they are answered over HTTP. */
  http: Set<string>;
  /** What they are told over the WebSocket. */
  live: Set<string>;
  /** What is not kept from them as such, whether or not a way leads to it. */
  open: Set<string>;
}

export type Matrix = { [who in Who]: Reach };

const LEGEND = `Who has which field of the API. A cell tells of HTTP, then of the WebSocket:
  Q  is answered
  q  is not refused by itself, but no way leads there
  S  is told
  .  is refused, or not there
`;
const NAME_WIDTH = Math.max(...FIELDS.map((name) => name.length)) + 2;
const GAP = '  ';

/** The matrix as people review it: a line for each field. */
export function printMatrix(matrix: Matrix): string {
  const lines = FIELDS.map((name) => {
    const cells = WHO.map((who) => printCell(matrix[who], name).padEnd(who.length));
    return `${name.padEnd(NAME_WIDTH)}${cells.join(GAP)}`.trimEnd();
  });
  const head = `${' '.repeat(NAME_WIDTH)}${WHO.join(GAP)}`;
  return [LEGEND, head, ...lines, ''].join('\n');
}

function printCell({ http, live, open }: Reach, name: string): string {
  const told = live.has(name) ? 'S' : '.';
  // Nobody asks for a subscription over HTTP.
  if (name.startsWith('Subscription.')) return `.${told}`;
  return (http.has(name) ? 'Q' : open.has(name) ? 'q' : '.') + told;
}

/** Who may have which field as such, as a reviewed text says; what is pushed counts for subscriptions. */
export function readOpen(text: string): { [who in Who]: Set<string> } {
  const rows = text.split('\n').filter((line) => /^[A-Z]\w+\.\w+ /.test(line));
  const open = (who: Who) =>
    new Set(
      rows
        .filter((line) => /[QqS]/.test(line.slice(NAME_WIDTH + offsetOf(who)).slice(0, 2)))
        .map((line) => line.split(' ')[0] as string),
    );
  return Object.fromEntries(WHO.map((who) => [who, open(who)])) as { [who in Who]: Set<string> };
}

function offsetOf(who: Who): number {
  const before = WHO.slice(0, WHO.indexOf(who));
  return before.reduce((width, one) => width + one.length + GAP.length, 0);
}
