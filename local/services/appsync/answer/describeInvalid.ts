import type { ASTNode, DocumentNode, GraphQLError } from 'graphql';
import type { RequestError } from './answerErrors.ts';
import { invalidWords } from './invalidWords.ts';
import { locateNode } from './locateNode.ts';
import { wrongValueWords } from './wrongValueWords.ts';

/**
 * Describes what one rule of graphql-js found wrong with a query in the wording of graphql-java, on
 * which AppSync is built.
 */
export function describeInvalid(
  errors: readonly GraphQLError[],
  rule: string,
  document: DocumentNode,
): RequestError[] {
  const seen = new Set<ASTNode>();
  return errors.flatMap((error) => {
    // Reported: a variable of the wrong type is located where it is used, not where it is declared.
    const node = error.nodes?.at(rule === 'VariablesInAllowedPositionRule' ? -1 : 0);
    const place = locateNode(document, node);
    const { path, argument, variable } = place;
    if (rule === 'ValuesOfCorrectTypeRule' && node) {
      const owner = argument ?? variable ?? node;
      // graphql-java stops at the first wrong value of an argument.
      if (seen.has(owner)) return [];
      seen.add(owner);
      return [format(wrongValueWords(error, node, place, errors), path, [owner])];
    }
    const nodes = rule === 'VariablesInAllowedPositionRule' && node ? [node] : (error.nodes ?? []);
    // Reported at the end of the document, without a path.
    const at = rule === 'NoUnusedFragmentsRule' ? '' : path;
    return [format(invalidWords(error, rule, place), at, nodes)];
  });
}

function format(
  [type, words]: [type: string, words: string],
  path: string,
  nodes: readonly ASTNode[],
): RequestError {
  const locations = nodes.flatMap(({ loc }) =>
    loc ? [{ line: loc.startToken.line, column: loc.startToken.column, sourceName: null }] : [],
  );
  const message = `Validation error of type ${type}: ${words}${path && ` @ '${path}'`}`;
  return { path: null, locations, message };
}
