import { type ASTNode, type DocumentNode, type GraphQLError, print, visit } from 'graphql';
import { type AnswerError, locationsOf } from './answerErrors.ts';

/** The names of graphql-java for what a rule of graphql-js finds. */
const TYPES: Record<string, string> = {
  FieldsOnCorrectTypeRule: 'FieldUndefined',
  NoIntrospectionRule: 'FieldUndefined',
  KnownArgumentNamesRule: 'UnknownArgument',
  ProvidedRequiredArgumentsRule: 'MissingFieldArgument',
  KnownTypeNamesRule: 'UnknownType',
  KnownDirectivesRule: 'UnknownDirective',
  KnownFragmentNamesRule: 'UndefinedFragment',
  NoUnusedFragmentsRule: 'UnusedFragment',
  NoUndefinedVariablesRule: 'UndefinedVariable',
  NoUnusedVariablesRule: 'UnusedVariable',
  ValuesOfCorrectTypeRule: 'WrongType',
  VariablesInAllowedPositionRule: 'VariableTypeMismatch',
  VariablesAreInputTypesRule: 'NonInputTypeOnVariable',
  FragmentsOnCompositeTypesRule: 'FragmentTypeConditionInvalid',
  PossibleFragmentSpreadsRule: 'InvalidFragmentType',
  NoFragmentCyclesRule: 'FragmentCycle',
  OverlappingFieldsCanBeMergedRule: 'FieldsConflict',
  LoneAnonymousOperationRule: 'LoneAnonymousOperationViolation',
  UniqueOperationNamesRule: 'DuplicateOperationName',
  UniqueFragmentNamesRule: 'DuplicateFragmentName',
  UniqueArgumentNamesRule: 'DuplicateArgumentNames',
  UniqueVariableNamesRule: 'DuplicateVariableName',
  UniqueInputFieldNamesRule: 'DuplicateInputField',
  ExecutableDefinitionsRule: 'NonExecutableDefinition',
};

/** A query that does not fit the schema, in the words of graphql-java as far as they are known. */
export function describeInvalid(
  error: GraphQLError,
  rule: string,
  document: DocumentNode,
): AnswerError {
  const [type, words] = translate(error, rule);
  const path = pathTo(document, error.nodes?.[0]);
  const message = `Validation error of type ${type}: ${words}${path && ` @ '${path}'`}`;
  return {
    path: null,
    data: null,
    errorType: null,
    errorInfo: null,
    locations: locationsOf(error),
    message,
  };
}

function translate({ message, nodes }: GraphQLError, rule: string): [type: string, words: string] {
  const quoted = [...message.matchAll(/"([^"]*)"/g)].map((match) => match[1]);
  const node = nodes?.[0];
  if (rule === 'ScalarLeafsRule') {
    const field = node?.kind === 'Field' ? node.name.value : quoted[0];
    return message.includes('must not have a selection')
      ? [
          'SubSelectionNotAllowed',
          `Sub selection not allowed on leaf type ${quoted[1]} of field ${quoted[0]}`,
        ]
      : ['SubSelectionRequired', `Sub selection required for type ${quoted[1]} of field ${field}`];
  }
  const type = TYPES[rule] ?? rule.replace(/Rule$/, '');
  switch (type) {
    case 'FieldUndefined':
      return [type, `Field '${quoted[0]}' in type '${quoted[1]}' is undefined`];
    case 'UnknownArgument':
      return [type, `Unknown field argument ${quoted[0]}`];
    case 'MissingFieldArgument':
      return [type, `Missing field argument ${quoted[1]}`];
    case 'UndefinedVariable':
      return [type, `Undefined variable ${quoted[0]?.slice(1)}`];
    case 'WrongType':
      return [type, `${message} Value ${node ? print(node) : ''}`.trim()];
    default:
      return [type, message];
  }
}

/** The fields (and fragments) on the way to a node: `book/release`. */
function pathTo(document: DocumentNode, target: ASTNode | undefined): string {
  const path: string[] = [];
  let found = '';
  visit(document, {
    enter(node) {
      if (node.kind === 'Field' || node.kind === 'FragmentDefinition') path.push(node.name.value);
      if (node === target) found = path.join('/');
    },
    leave(node) {
      if (node.kind === 'Field' || node.kind === 'FragmentDefinition') path.pop();
    },
  });
  return found;
}
