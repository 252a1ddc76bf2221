import { randomBytes } from 'node:crypto';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { arn, credentials, region } from '../../lib/aws.ts';
import { NotEmulated, refuseUnknownProperties } from '../../lib/refuse.ts';
import type { Resource } from '../../lib/resource.ts';
import { supervise } from '../../lib/supervise.ts';
import { type AccessKey, keyVariables } from '../iam/accessKeys.ts';
import { readTaskDefinition, type TaskDefinition } from './readTaskDefinition.ts';

export interface EcsOptions {
  /** All resources of the assembly; its clusters and task definitions are used. */
  resources: Resource[];
  imagePath(tag: string): { directory: string; dockerFile: string };
  /** `AWS_ENDPOINT_URL_…` and similar variables, passed to every container. */
  endpoints: { [variable: string]: string };
  /** Returns the key of a role, with which its containers sign; defaults to the administrator's. */
  keyOf?: (roleArn: string | undefined) => AccessKey;
  /** Logs are kept in `<dir>/logs`, one file for each task family. */
  dir: string;
}

/** The parameters of ECS RunTask, as the Step Functions integration names them. */
export interface RunTaskInput {
  TaskDefinition: string;
  Cluster?: string;
  Overrides?: {
    ContainerOverrides?: {
      Name?: string;
      Command?: string[];
      Environment?: { Name: string; Value: string }[];
      [member: string]: unknown;
    }[];
    [member: string]: unknown;
  };
  [member: string]: unknown;
}

/** A stopped task as ECS describes it. */
export interface Task {
  TaskArn: string;
  ClusterArn: string;
  TaskDefinitionArn: string;
  LastStatus: 'STOPPED';
  StopCode: string;
  StoppedReason: string;
  StartedAt: number;
  StoppedAt: number;
  Containers: { Name: string; LastStatus: 'STOPPED'; ExitCode: number; Reason?: string }[];
}

export interface Ecs {
  /** Runs a task to its end. Aborting `signal` stops it with SIGTERM. */
  runTask(request: RunTaskInput, signal?: AbortSignal): Promise<Task>;
  /** Stops every running task. */
  stop(): Promise<void>;
}

// Monitoring and placement of tasks.
const harmlessOfCluster = [
  ...['CapacityProviders', 'ClusterSettings', 'Configuration', 'DefaultCapacityProviderStrategy'],
  ...['ServiceConnectDefaults', 'Tags'],
];

/** Runs containers as plain processes in their image's build directory. */
export function startEcs(options: EcsOptions): Ecs {
  const logs = join(options.dir, 'logs');
  mkdirSync(logs, { recursive: true });
  const clusters = options.resources.filter(({ type }) => type === 'AWS::ECS::Cluster');
  for (const cluster of clusters)
    refuseUnknownProperties(cluster, ['ClusterName'], harmlessOfCluster);
  const definitions = options.resources
    .filter(({ type }) => type === 'AWS::ECS::TaskDefinition')
    .map((resource) => readTaskDefinition(resource, options.imagePath));
  const stopping = new Set<() => Promise<void>>();

  return {
    async runTask(request, signal) {
      const definition = findDefinition(request.TaskDefinition);
      const cluster = findCluster(request.Cluster ?? 'default');
      const key = options.keyOf?.(definition.role) ?? credentials;
      const added = { ...options.endpoints, ...keyVariables(key) };
      const { command, environment } = prepare(definition, request, added);
      const startedAt = Date.now();
      const output = openSync(join(logs, `${definition.family}.log`), 'a', 0o600);
      const [program = '', ...args] = command;
      const { directory: cwd } = definition.container;
      const running = supervise(program, args, { env: environment, cwd, output });
      const stop = () => running.stop(30_000);
      stopping.add(stop);
      signal?.addEventListener('abort', stop, { once: true });
      try {
        const exitCode = await running.exited;
        return describe(definition, cluster, startedAt, exitCode, signal?.aborted ?? false);
      } finally {
        signal?.removeEventListener('abort', stop);
        stopping.delete(stop);
        closeSync(output);
      }
    },
    async stop() {
      await Promise.all([...stopping].map((stop) => stop()));
    },
  };

  function findDefinition(name: string): TaskDefinition {
    const found = definitions.find(({ arn: own, family }) =>
      [own, family, `${family}:1`].includes(name),
    );
    if (found !== undefined) return found;
    throw named('ECS.ClientException', `Unable to describe task definition ${name}`);
  }

  function findCluster(nameOrArn: string): string {
    const found = clusters.find(
      ({ ref }) => ref === nameOrArn || nameOrArn.endsWith(`cluster/${ref}`),
    );
    if (found !== undefined) return arn('ecs', `cluster/${found.ref}`);
    throw named('ECS.ClusterNotFoundException', `Cluster ${nameOrArn} not found`);
  }
}

function prepare(
  { container }: TaskDefinition,
  request: RunTaskInput,
  added: { [variable: string]: string },
) {
  const { ContainerOverrides = [], ...others } = request.Overrides ?? {};
  refuse(Object.keys(others), 'Overrides');
  const [override = {}, ...more] = ContainerOverrides;
  if (more.length > 0 || (override.Name ?? container.name) !== container.name) {
    throw named(
      'ECS.InvalidParameterException',
      `Overrides name other containers than ${container.name}`,
    );
  }
  const { Name, Command, Environment = [], ...rest } = override;
  refuse(Object.keys(rest), 'ContainerOverrides');
  const entryPoint = container.entryPoint ?? container.image.entryPoint;
  const command = Command ?? container.command ?? container.image.command;
  return {
    command: [...entryPoint, ...command],
    environment: {
      // The base image has its own node first in the PATH.
      PATH: `${dirname(process.execPath)}:/usr/local/bin:/usr/bin:/bin`,
      HOME: process.env.HOME ?? '/root',
      TZ: 'UTC',
      ...container.image.environment,
      ...container.environment,
      ...Object.fromEntries(Environment.map((variable) => [variable.Name, variable.Value])),
      ...added,
      AWS_REGION: region,
      AWS_DEFAULT_REGION: region,
      AWS_EXECUTION_ENV: 'AWS_ECS_FARGATE',
    },
  };
}

function describe(
  definition: TaskDefinition,
  clusterArn: string,
  startedAt: number,
  exitCode: number,
  stopped: boolean,
): Task {
  const id = randomBytes(16).toString('hex');
  const Containers = [
    { Name: definition.container.name, LastStatus: 'STOPPED' as const, ExitCode: exitCode },
  ];
  return {
    TaskArn: arn('ecs', `task/${clusterArn.replace(/^.*\//, '')}/${id}`),
    ClusterArn: clusterArn,
    TaskDefinitionArn: definition.arn,
    LastStatus: 'STOPPED',
    StopCode: stopped ? 'UserInitiated' : 'EssentialContainerExited',
    StoppedReason: stopped ? 'Task was stopped' : 'Essential container in task exited',
    StartedAt: startedAt,
    StoppedAt: Date.now(),
    Containers,
  };
}

function refuse(members: string[], place: string): void {
  if (members.length > 0) throw new NotEmulated(`RunTask: ${place}.${members[0]} is not emulated`);
}

function named(name: string, message: string): Error {
  return Object.assign(new Error(message), { name });
}
