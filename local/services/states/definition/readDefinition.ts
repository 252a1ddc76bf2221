import { createRequire } from 'node:module';
import type { Resource } from '../../../lib/resource.ts';
import type { Definition } from './definition.ts';

/**
 * Reads the Amazon States Language from an AWS::StepFunctions::StateMachine. Throws with the state
 * machine's name if the definition is in S3 or is not JSON.
 */
export function readDefinition({ stack, logicalId, properties }: Resource): Definition {
  const owner = `${stack}.${logicalId}`;
  const { DefinitionString, Definition, DefinitionSubstitutions, DefinitionS3Location } =
    properties;
  if (DefinitionS3Location !== undefined) {
    throw new Error(`${owner}: DefinitionS3Location is not emulated; expected DefinitionString`);
  }
  const text =
    typeof DefinitionString === 'string' ? DefinitionString : JSON.stringify(Definition ?? null);
  return parse(owner, substitute(text, DefinitionSubstitutions ?? {}));
}

const require = createRequire(import.meta.url);

/** The reason why AWS would reject a definition; undefined if it would not. */
export function findInvalid(definition: Definition): string | undefined {
  // Loading the validator and its first run take most of a second.
  const validate: typeof import('asl-validator').default = require('asl-validator');
  // The validator adds fields to its argument.
  const { isValid, errorsText } = validate(structuredClone(definition), {
    checkPaths: true,
    checkArn: false, // the validator accepts only ARNs of real accounts
  });
  return isValid ? undefined : errorsText('; ');
}

function substitute(text: string, substitutions: NonNullable<Resource['properties'][string]>) {
  return Object.entries(substitutions).reduce(
    (all, [name, value]) =>
      all.replaceAll(`\${${name}}`, () => JSON.stringify(String(value)).slice(1, -1)),
    text,
  );
}

function parse(owner: string, text: string): Definition {
  try {
    return JSON.parse(text) as Definition; // findInvalid checks the shape next
  } catch (error) {
    throw new Error(`${owner}: its definition is not JSON: ${error}`);
  }
}
