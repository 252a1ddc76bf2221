import { type Keep, keepNothing } from '../../../lib/keptResults.ts';
import { refuseUnknownProperties } from '../../../lib/refuse.ts';
import type { Resource } from '../../../lib/resource.ts';
import type { Definition } from './definition.ts';
import { findInvalid, readDefinition } from './readDefinition.ts';
import { findUnsupported } from './refuseUnsupported.ts';

/** One state machine of the template, ready to run. */
export interface StateMachine {
  arn: string;
  name: string;
  roleArn: string;
  createdAt: number;
  definition: Definition;
}

const HONOURED = [
  ...['DefinitionString', 'Definition', 'DefinitionSubstitutions', 'DefinitionS3Location'],
  ...['StateMachineType', 'RoleArn'],
];
const HARMLESS = [
  ...['StateMachineName', 'LoggingConfiguration', 'TracingConfiguration', 'Tags'],
  'EncryptionConfiguration',
];

/**
 * Loads an AWS::StepFunctions::StateMachine. Throws, naming the parts that are not emulated. `keep`
 * may remember which definitions are valid.
 */
export function loadStateMachine(resource: Resource, keep: Keep = keepNothing): StateMachine {
  refuseUnknownProperties(resource, HONOURED, HARMLESS);
  const owner = `${resource.stack}.${resource.logicalId}`;
  const { StateMachineType = 'STANDARD', RoleArn = '' } = resource.properties;
  if (StateMachineType !== 'STANDARD') {
    throw new Error(`${owner}: a state machine of type ${StateMachineType} is not emulated`);
  }
  const definition = readDefinition(resource);
  const refused = refusalsOf(definition, owner, keep);
  if (refused.length > 0) throw new Error(refused.join('\n'));
  return {
    arn: resource.ref,
    name: resource.ref.split(':').at(-1) ?? resource.logicalId,
    roleArn: String(RoleArn),
    createdAt: Date.now(),
    definition,
  };
}

/**
 * Reports what is not emulated before what is invalid: the validator does not recognise all of it
 * by name.
 */
function refusalsOf(definition: Definition, owner: string, keep: Keep): string[] {
  const invalid = keep(JSON.stringify(definition), () => findInvalid(definition) ?? null);
  if (invalid === null) return findUnsupported(definition, owner);
  const told = `${owner} is not a valid state machine: ${invalid}`;
  try {
    return [...findUnsupported(definition, owner), told];
  } catch {
    return [told]; // it does not even have the shape of a definition
  }
}
