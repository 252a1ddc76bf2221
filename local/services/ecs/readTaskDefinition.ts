import { join } from 'node:path';
import {
  NotEmulated,
  nameOf,
  refuseUnknownMembers,
  refuseUnknownProperties,
} from '../../lib/refuse.ts';
import type { Json, Resource } from '../../lib/resource.ts';
import { type ImageSettings, readDockerfile } from './readDockerfile.ts';

/** A task definition with one container, ready to run. */
export interface TaskDefinition {
  arn: string;
  family: string;
  /** The ARN of the container's role; undefined if the template gives none. */
  role?: string;
  container: {
    name: string;
    directory: string;
    image: ImageSettings;
    entryPoint: string[] | undefined;
    command: string[] | undefined;
    environment: { [name: string]: string };
  };
}

const harmless = [
  'Cpu',
  'EphemeralStorage',
  'ExecutionRoleArn',
  'Memory',
  'NetworkMode',
  'RequiresCompatibilities',
  'RuntimePlatform',
  'Tags',
];

const honouredOfContainer = ['Command', 'EntryPoint', 'Environment', 'Essential', 'Image', 'Name'];
const harmlessOfContainer = [
  'Cpu',
  'LinuxParameters',
  'LogConfiguration',
  'Memory',
  'MemoryReservation',
  'ReadonlyRootFilesystem',
  'User',
];

/** Reads an `AWS::ECS::TaskDefinition` whose image is an asset of the assembly. */
export function readTaskDefinition(
  resource: Resource,
  imagePath: (tag: string) => { directory: string; dockerFile: string },
): TaskDefinition {
  refuseUnknownProperties(resource, ['ContainerDefinitions', 'Family', 'TaskRoleArn'], harmless);
  const { TaskRoleArn: role } = resource.properties;
  const containers = (resource.properties.ContainerDefinitions ?? []) as { [name: string]: Json }[];
  const [container] = containers;
  if (container === undefined || containers.length > 1) {
    throw new NotEmulated(
      `${nameOf(resource)}: ${containers.length} containers are not emulated, only one`,
    );
  }
  refuseUnknownProperties(
    { ...resource, properties: container },
    honouredOfContainer,
    harmlessOfContainer,
  );
  const where = 'ContainerDefinitions.Environment';
  refuseUnknownMembers(resource, where, container.Environment ?? [], ['Name', 'Value']);
  const { directory, dockerFile } = imagePath(String(container.Image).split(':').at(-1) ?? '');
  return {
    arn: resource.ref,
    family: resource.ref.replace(/^.*\//, '').replace(/:\d+$/, ''),
    ...(typeof role === 'string' && { role }),
    container: {
      name: String(container.Name),
      directory,
      image: readDockerfile(join(directory, dockerFile)),
      entryPoint: container.EntryPoint as string[] | undefined,
      command: container.Command as string[] | undefined,
      environment: Object.fromEntries(
        ((container.Environment ?? []) as { Name: string; Value: string }[]).map(
          ({ Name, Value }) => [Name, Value],
        ),
      ),
    },
  };
}
