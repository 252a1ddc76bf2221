import type { GraphQLError } from 'graphql';
import type { Place } from './locateNode.ts';

type Words = [type: string, words: string];
/** `quoted` are the names quoted in graphql-js's message, without `$` and `@`. */
type Translate = (quoted: string[], error: GraphQLError, place: Place) => Words;

/**
 * graphql-java's name and wording for each graphql-js rule. Reported from AppSync: FieldUndefined,
 * SubSelectionRequired, SubSelectionNotAllowed, UnknownType, UnknownArgument, VariableTypeMismatch.
 * The others are from graphql-java's published sources of that time.
 */
const RULES: Record<string, Translate> = {
  FieldsOnCorrectTypeRule: undefinedField,
  NoIntrospectionRule: undefinedField,
  KnownArgumentNamesRule: ([name], { message }) => [
    'UnknownArgument',
    `Unknown ${message.includes(' on directive ') ? 'directive' : 'field'} argument ${name}`,
  ],
  ProvidedRequiredArgumentsRule: ([, name], { message }) =>
    message.startsWith('Directive ')
      ? ['MissingDirectiveArgument', `Missing directive argument ${name}`]
      : ['MissingFieldArgument', `Missing field argument ${name}`],
  ScalarLeafsRule: ([field, type], { message }) =>
    message.includes('must not have a selection')
      ? [
          'SubSelectionNotAllowed',
          `Sub selection not allowed on leaf type ${type} of field ${field}`,
        ]
      : ['SubSelectionRequired', `Sub selection required for type ${type} of field ${field}`],
  KnownTypeNamesRule: ([type]) => ['UnknownType', `Unknown type ${type}`],
  KnownDirectivesRule: ([name], { message }) =>
    message.startsWith('Unknown')
      ? ['UnknownDirective', `Unknown directive ${name}`]
      : ['MisplacedDirective', `Directive ${name} not allowed here`],
  KnownFragmentNamesRule: ([name]) => ['UndefinedFragment', `Undefined fragment ${name}`],
  NoUnusedFragmentsRule: ([name]) => ['UnusedFragment', `Unused fragment ${name}`],
  NoUndefinedVariablesRule: ([name]) => ['UndefinedVariable', `Undefined variable ${name}`],
  NoUnusedVariablesRule: ([name]) => ['UnusedVariable', `Unused variable ${name}`],
  VariablesInAllowedPositionRule: ([, type, expected]) => [
    'VariableTypeMismatch',
    `Variable type '${type}' doesn't match expected type '${expected}'`,
  ],
  VariablesAreInputTypesRule: () => ['NonInputTypeOnVariable', 'Wrong type for a variable'],
  FragmentsOnCompositeTypesRule: (_, { nodes }, { parent }) =>
    parent === 'InlineFragment' || nodes?.[0]?.kind === 'InlineFragment'
      ? [
          'InlineFragmentTypeConditionInvalid',
          'Inline fragment type condition is invalid, must be on Object/Interface/Union',
        ]
      : [
          'FragmentTypeConditionInvalid',
          'Fragment type condition is invalid, must be on Object/Interface/Union',
        ],
  PossibleFragmentSpreadsRule: (_, { message }) => [
    'InvalidFragmentType',
    message.replaceAll('"', '').replace(/\.$/, ''),
  ],
  NoFragmentCyclesRule: () => ['FragmentCycle', 'Fragment cycles not allowed'],
  OverlappingFieldsCanBeMergedRule: (_, { message }) => ['FieldsConflict', conflict(message)],
  LoneAnonymousOperationRule: () => [
    'LoneAnonymousOperationViolation',
    'Anonymous operation with other operations.',
  ],
  ExecutableDefinitionsRule: ([name], { nodes }) => [
    'NonExecutableDefinition',
    nodes?.[0]?.kind === 'SchemaDefinition'
      ? 'Schema definition is not executable'
      : `${nodes?.[0]?.kind === 'DirectiveDefinition' ? 'Directive' : 'Type'} '${name}' definition is not executable`,
  ],
  UniqueOperationNamesRule: only('DuplicateOperationName', 'operation'),
  UniqueFragmentNamesRule: only('DuplicateFragmentName', 'fragment'),
  UniqueArgumentNamesRule: only('DuplicateArgumentNames', 'argument'),
  UniqueVariableNamesRule: only('DuplicateVariableName', 'variable'),
  UniqueInputFieldNamesRule: only('UniqueObjectFieldName', 'field'),
  UniqueDirectivesPerLocationRule: ([name], _, { parent }) => [
    'DuplicateDirectiveName',
    `Directives must be uniquely named within a location. The directive '${name}' used on a '${parent}' is not unique.`,
  ],
};

/** The rules that are reported in graphql-java's wording. */
export const TRANSLATED_RULES = Object.keys(RULES);

/** The error type and wording for what a rule found; wrong values are described elsewhere. */
export function invalidWords(error: GraphQLError, rule: string, place: Place): Words {
  const quoted = [...error.message.matchAll(/"[$@]?([^"]*)"/g)].map((match) => match[1] as string);
  const translate = RULES[rule];
  return translate ? translate(quoted, error, place) : [rule.replace(/Rule$/, ''), error.message];
}

function undefinedField([field, type]: string[]): Words {
  return ['FieldUndefined', `Field '${field}' in type '${type}' is undefined`];
}

function only(type: string, what: string): Translate {
  return ([name]) => [type, `There can be only one ${what} named '${name}'`];
}

/**
 * `a: b and c are different fields`, nested in parentheses after the name of each field they share.
 */
function conflict(message: string): string {
  const [, name = '', reason = message] =
    /^(?:Fields|subfields) "([^"]+)" conflict because (.*)$/s.exec(message) ?? [];
  if (reason.startsWith('subfields ')) return `${name}: (${conflict(reason)})`;
  const words = reason
    .replace(/ (?:Use different aliases|and subfields) .*$/s, '')
    .replace(/\.$/, '')
    .replaceAll('"', '')
    .replace('return conflicting types', 'return differing types');
  return `${name}: ${words}`;
}
