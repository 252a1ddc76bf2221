import {
  type ArgumentNode,
  type ASTNode,
  BREAK,
  type DocumentNode,
  type VariableDefinitionNode,
  visit,
} from 'graphql';

/** Where a node of a document stands. */
export interface Place {
  /** The fields and fragments on the way to it: `book/release`. */
  path: string;
  /** The kind of the node that holds it, as graphql-java calls it: `Field`. */
  parent: string;
  /** The argument it belongs to, and its place inside of it: `.filter.ids[0]`. */
  argument: ArgumentNode | null;
  inside: string;
  /** The definition of a variable whose default value it is. */
  variable: VariableDefinitionNode | null;
}

interface Entered {
  node: ASTNode;
  key: string | number | undefined;
}

/** Finds a node, which must be one of the document's own. */
export function locateNode(document: DocumentNode, target: ASTNode | undefined): Place {
  const entered: Entered[] = [];
  let found: Entered[] = [];
  visit(document, {
    enter(node, key) {
      entered.push({ node, key });
      if (node !== target) return undefined;
      found = [...entered];
      return BREAK;
    },
    leave() {
      entered.pop();
    },
  });
  return describe(found);
}

function describe(found: Entered[]): Place {
  const place: Place = {
    path: '',
    parent: found.at(-2)?.node.kind ?? '',
    argument: null,
    inside: '',
    variable: null,
  };
  const path: string[] = [];
  found.forEach(({ node, key }, index) => {
    if (node.kind === 'Field' || node.kind === 'FragmentDefinition') path.push(node.name.value);
    if (node.kind === 'Argument') place.argument = node;
    if (node.kind === 'VariableDefinition') place.variable = node;
    if (found[index - 1]?.node.kind === 'ListValue') place.inside += `[${key}]`;
    if (node.kind === 'ObjectField') place.inside += `.${node.name.value}`;
  });
  return { ...place, path: path.join('/') };
}
