import { StateMachine as Engine, type StateMachineDefinition } from 'aws-local-stepfunctions';
import { refuseUnknownProperties } from '../../refuse.ts';
import type { Resource } from '../../resource.ts';
import type { Definition } from './definition.ts';
import { prepareDefinition } from './prepareDefinition.ts';
import { readDefinition } from './readDefinition.ts';
import { findUnsupported } from './refuseUnsupported.ts';

/** One state machine of the template, ready to run. */
export interface StateMachine {
  arn: string;
  name: string;
  createdAt: number;
  definition: Definition;
  engine: Engine;
}

const HONOURED = [
  ...['DefinitionString', 'Definition', 'DefinitionSubstitutions', 'DefinitionS3Location'],
  'StateMachineType',
];
const HARMLESS = [
  ...['StateMachineName', 'RoleArn', 'LoggingConfiguration', 'TracingConfiguration', 'Tags'],
  'EncryptionConfiguration',
];

/** Loads an AWS::StepFunctions::StateMachine. Whatever of it cannot be run here stops the start, by name. */
export function loadStateMachine(resource: Resource): StateMachine {
  refuseUnknownProperties(resource, HONOURED, HARMLESS);
  const owner = `${resource.stack}.${resource.logicalId}`;
  const { StateMachineType = 'STANDARD' } = resource.properties;
  if (StateMachineType !== 'STANDARD') {
    throw new Error(`${owner}: a state machine of type ${StateMachineType} is not emulated`);
  }
  const original = readDefinition(resource);
  const unsupported = findUnsupported(original, owner);
  if (unsupported.length > 0) throw new Error(unsupported.join('\n'));
  const definition = prepareDefinition(original);
  return {
    arn: resource.ref,
    name: resource.ref.split(':').at(-1) ?? resource.logicalId,
    createdAt: Date.now(),
    definition,
    // The engine would validate with an older validator; readDefinition has done it with the current one.
    engine: new Engine(definition as unknown as StateMachineDefinition, {
      validationOptions: { noValidate: true },
    }),
  };
}
