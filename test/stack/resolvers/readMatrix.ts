import { type ConstDirectiveNode, Kind, parse } from 'graphql';

/** Who may ask: a stranger without credentials may never. */
export const WHO = ['key', 'member', 'workflow'] as const;
export type Who = (typeof WHO)[number];

const MODES: { [directive: string]: Who } = {
  aws_api_key: 'key',
  aws_oidc: 'member',
  aws_iam: 'workflow',
};

/** For each field by `Type.field`, who may read it: its own directives, else its type's, else IAM. */
export function readMatrix(schema: string): Map<string, Who[]> {
  const matrix = new Map<string, Who[]>();
  for (const type of parse(schema).definitions) {
    if (type.kind !== Kind.OBJECT_TYPE_DEFINITION) continue;
    const ofType = modesOf(type.directives);
    for (const field of type.fields ?? []) {
      const allowed = modesOf(field.directives) ?? ofType ?? ['workflow'];
      matrix.set(`${type.name.value}.${field.name.value}`, allowed);
    }
  }
  return matrix;
}

/** The matrix as people review it: a line for each field. */
export function printMatrix(matrix: Map<string, Who[]>): string {
  const lines = [...matrix].map(([field, who]) => `${field.padEnd(40)} ${who.join(' ')}`);
  return `${lines.join('\n')}\n`;
}

function modesOf(directives: readonly ConstDirectiveNode[] = []): Who[] | null {
  const named = directives.flatMap(({ name }) => MODES[name.value] ?? []);
  return named.length > 0 ? WHO.filter((who) => named.includes(who)) : null;
}
