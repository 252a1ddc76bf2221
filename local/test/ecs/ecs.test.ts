import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Resource } from '../../lib/resource.ts';
import { type Ecs, startEcs } from '../../services/ecs/startEcs.ts';
import { makeDirectory, resolveTemplates, type TestDirectory } from '../template/support.ts';

const dockerfile =
  'FROM node:24-slim\nWORKDIR /app\nENV FROM_IMAGE="a b"\nCOPY index.mjs ./\nCMD ["node", "index.mjs"]\n';

describe('a container task', () => {
  let directory: TestDirectory;
  let ecs: Ecs | undefined;
  beforeEach(() => {
    directory = makeDirectory();
  });
  afterEach(async () => {
    await ecs?.stop();
    directory.remove();
  });

  const start = (code: string, image = dockerfile) => {
    const Task = {
      Type: 'AWS::ECS::TaskDefinition',
      Properties: {
        Family: 'Ingest',
        Cpu: '1024',
        ContainerDefinitions: [
          {
            Name: 'main',
            Image: 'registry/repository:img',
            Environment: [{ Name: 'FEED', Value: 'bucket' }],
          },
        ],
      },
    };
    const Cluster = { Type: 'AWS::ECS::Cluster', Properties: { ClusterName: 'Jobs' } };
    const { resources, assembly } = resolveTemplates(
      directory.path,
      { Service: { Resources: { Task, Cluster } } },
      {},
      { img: { Dockerfile: image, 'index.mjs': code } },
    );
    ecs = startEcs({
      resources,
      imagePath: assembly.imagePath,
      endpoints: { AWS_ENDPOINT_URL_S3: 'http://x' },
      dir: directory.path,
    });
    return ecs;
  };
  const log = () => readFileSync(join(directory.path, 'logs', 'Ingest.log'), 'utf8');

  it('a task runs the image with the environment of the definition and of the run', async () => {
    const task = await start('console.log(JSON.stringify(process.env))').runTask({
      TaskDefinition: 'Ingest',
      Cluster: 'arn:aws:ecs:ap-northeast-1:000000000000:cluster/Jobs',
      Overrides: {
        ContainerOverrides: [{ Name: 'main', Environment: [{ Name: 'RUN_ID', Value: 'r1' }] }],
      },
    });
    expect(task).toMatchObject({
      LastStatus: 'STOPPED',
      StopCode: 'EssentialContainerExited',
      Containers: [{ Name: 'main', ExitCode: 0 }],
    });
    const environment = JSON.parse(log());
    expect(environment).toMatchObject({
      FEED: 'bucket',
      RUN_ID: 'r1',
      FROM_IMAGE: 'a b',
      AWS_ENDPOINT_URL_S3: 'http://x',
    });
    expect(environment).not.toHaveProperty('VITEST');
  });

  it('a task reports the exit code of a failed container', async () => {
    const task = await start('process.exit(7)').runTask({
      TaskDefinition: 'Ingest',
      Cluster: 'Jobs',
    });
    expect(task.Containers).toMatchObject([{ ExitCode: 7 }]);
  });

  it('a task stops its container when the run is aborted', async () => {
    const abort = new AbortController();
    const running = start(`console.log('up'); setInterval(() => {}, 1000)`).runTask(
      { TaskDefinition: 'Ingest', Cluster: 'Jobs' },
      abort.signal,
    );
    await expect.poll(log).toContain('up');
    abort.abort();
    expect(await running).toMatchObject({
      StopCode: 'UserInitiated',
      Containers: [{ ExitCode: 143 }],
    });
  });

  it('a task’s error names what is unknown', async () => {
    await expect(
      start('').runTask({ TaskDefinition: 'Other', Cluster: 'Jobs' }),
    ).rejects.toMatchObject({
      name: 'ECS.ClientException',
    });
    await expect(
      ecs?.runTask({ TaskDefinition: 'Ingest', Cluster: 'Other' }),
    ).rejects.toMatchObject({
      name: 'ECS.ClusterNotFoundException',
    });
  });

  it('the start fails for an image that must be built', () => {
    expect(() => start('', 'FROM node:24\nRUN npm ci\nCMD ["node", "x"]')).toThrow(
      'RUN npm ci is not emulated',
    );
  });

  it.each<[string, Resource['properties'], string]>([
    ['Task', { ContainerDefinitions: [{ Name: 'main', Secrets: [] }] }, 'property Secrets'],
    [
      'Task',
      { ContainerDefinitions: [{ Name: 'main', Environment: [{ Name: 'A', ValueFrom: 'x' }] }] },
      'property ContainerDefinitions.Environment.ValueFrom',
    ],
    ['Task', { ContainerDefinitions: [{ Name: 'a' }, { Name: 'b' }] }, '2 containers'],
    ['Task', { Volumes: [], ContainerDefinitions: [] }, 'property Volumes'],
    ['Cluster', { ClusterName: 'Jobs', Placement: 'x' }, 'property Placement'],
  ])('the start fails for a %s of %j', (type, properties, message) => {
    const Type = type === 'Task' ? 'AWS::ECS::TaskDefinition' : 'AWS::ECS::Cluster';
    const { resources, assembly } = resolveTemplates(
      directory.path,
      { Service: { Resources: { Subject: { Type, Properties: properties } } } },
      {},
      {},
    );
    const { imagePath } = assembly;
    expect(() => startEcs({ resources, imagePath, endpoints: {}, dir: directory.path })).toThrow(
      `Service/Subject (${Type}): ${message} `,
    );
  });
});
