import {
  type ArgumentNode,
  type ASTNode,
  BREAK,
  type DocumentNode,
  type VariableDefinitionNode,
  visit,
} from 'graphql';

/** The position of a node in a document. */
export interface Place {
  /** The fields and fragments leading to it: `book/release`. */
  path: string;
  /** The kind of its parent node in graphql-java's terms: `Field`. */
  parent: string;
  /** The argument it belongs to, and its position inside it: `.filter.ids[0]`. */
  argument: ArgumentNode | null;
  inside: string;
  /** The definition of the variable whose default value it is. */
  variable: VariableDefinitionNode | null;
}

interface Entered {
  node: ASTNode;
  key: string | number | undefined;
}

/** Finds a node, which must belong to the document. */
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
