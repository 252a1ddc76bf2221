import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { S3Client } from '@aws-sdk/client-s3';
import { startConsole } from './console/startConsole.ts';
import { credentials, region } from './lib/aws.ts';
import { endpointsOf } from './lib/endpoints.ts';
import { keepResults } from './lib/keptResults.ts';
import { reservePorts } from './lib/ports.ts';
import { GRAPHQL } from './services/appsync/callers/fieldPolicy.ts';
import { startAppSync } from './services/appsync/startAppSync.ts';
import { deployCustomResources } from './services/cloudformation/deployCustomResources.ts';
import { startCloudFront } from './services/cloudfront/startCloudFront.ts';
import { endOrphan } from './services/database/startDatabaseServer.ts';
import { issueKeys } from './services/iam/accessKeys.ts';
import { readRoles } from './services/iam/readRoles.ts';
import { readFunctionUrls } from './services/lambda/functionUrls.ts';
import { startScheduler } from './services/scheduler/startScheduler.ts';
import { openSecretStore } from './services/secretsmanager/secretStore.ts';
import { executionMeasurement } from './services/states/executions/executionMeasurement.ts';
import { statusChange } from './services/states/executions/statusChange.ts';
import { startStates } from './services/states/startStates.ts';
import { createCleanup } from './stack/cleanup.ts';
import { describeStack, writeStackFile } from './stack/describeStack.ts';
import { watchForInterruption } from './stack/interruption.ts';
import { lockDirectory } from './stack/lockDirectory.ts';
import { keepLogsShort } from './stack/rotateLogs.ts';
import type { RunningStack, StackOptions } from './stack/stackOptions.ts';
import { startBackends } from './stack/startBackends.ts';
import { startDatabases } from './stack/startDatabases.ts';
import { createSteps } from './stack/startSteps.ts';
import { clearState, copyAssembly, openLog } from './stack/stateDirectory.ts';
import { readTemplate, unknownParameters } from './stack/template.ts';

export type { ExternalDatabase } from './stack/externalDatabase.ts';
export type { RunningParts, RunningStack, StackOptions } from './stack/stackOptions.ts';

/**
 * Runs the cloud assembly on this machine. If the start fails, or the process is told to end
 * meanwhile, stops everything already started.
 */
export async function startStack(options: StackOptions): Promise<RunningStack> {
  const dir = resolve(options.dir);
  const cleanup = createCleanup();
  const steps = createSteps(cleanup, options.log);
  const { step, running } = steps;
  // Steps in progress fail or finish; the start then stops the rest and reports why.
  const interruption = watchForInterruption(steps.end);

  try {
    cleanup.add('the lock', lockDirectory(dir));
    await options.prepareAssembly?.(steps.signal);
    interruption.check();
    await endOrphan(dir, options.log);
    clearState(dir, options.fresh);
    const { log, close } = openLog(dir);
    cleanup.add('the log', close);
    cleanup.add('the care of the logs', keepLogsShort(dir));
    const ports = await reservePorts(options.port);
    cleanup.add('the ports', ports.releaseAll);
    const endpoints = endpointsOf(ports);

    const secrets = openSecretStore(join(dir, 'secrets.json'));
    const parameters = options.parameters?.(endpoints) ?? {};
    const copy = copyAssembly(options.assembly, dir);
    const template = readTemplate(copy, { parameters, addresses: endpoints }, secrets);
    for (const name of unknownParameters(template, parameters)) {
      options.log(`No stack of the assembly has a parameter ${name}; its value is not used`);
    }
    const { resources, assembly } = template;
    // Only AppSync checks permissions.
    const keys = issueKeys(readRoles(resources, GRAPHQL));
    const ofService = (name: string) =>
      resources.filter(({ type }) => type.startsWith(`AWS::${name}::`));

    const external = { databases: options.externalDatabases ?? [], secrets };
    const [{ dataApi, socketPath }, { s3, lambda, ecs, events, cloudWatch }] = await steps.both(
      startDatabases({ template, external, ports, dir, steps, say: options.log, log }),
      step('Starting the services', () =>
        startBackends({
          template,
          ports,
          keys,
          dir,
          log,
          running,
          inspectFrom: options.inspectFrom,
        }),
      ),
    );

    const s3Client = new S3Client({ endpoint: s3.url, region, credentials, forcePathStyle: true });
    cleanup.add('the S3 client', () => s3Client.destroy());
    const deployed = step('Deploying', () =>
      deployCustomResources(resources, {
        invoke: lambda.invoke,
        assetPath: assembly.assetPath,
        s3: s3Client,
        onBegin: ({ stack, logicalId }) => {
          steps.signal.throwIfAborted();
          log(`deploying ${stack}/${logicalId}`);
        },
      }),
    );
    // Deployment functions run in processes of their own.
    const loaded = step('Starting the API', async () => {
      const appSync = await startAppSync({
        resources: ofService('AppSync'),
        port: await ports.use('appsync'),
        readAsset: (_bucket, key) => readFile(assembly.assetPath(key), 'utf8'),
        executeStatement: dataApi.executeStatement,
        invokeLambda: lambda.invoke,
        signers: keys.signers,
        keep: keepResults(join(import.meta.dirname, 'services', 'appsync')),
        log,
      });
      running('AppSync', appSync);
      const states = await startStates({
        resources,
        port: await ports.use('states'),
        dir,
        invokeLambda: lambda.invoke,
        runTask: ecs.runTask,
        keep: keepResults(join(import.meta.dirname, 'services', 'states')),
        tell: (record) => {
          events.put(statusChange(record));
          cloudWatch.put([executionMeasurement(record)]);
        },
        log,
      });
      return { appSync, states: running('Step Functions', states) };
    });
    const [, { appSync, states }] = await steps.both(deployed, loaded);
    const web = await startCloudFront({
      resources,
      port: await ports.use('web'),
      getObject: s3.getObject,
      functionUrls: readFunctionUrls(resources, lambda.invoke),
      bucketPolicies: template.ignored('AWS::S3::BucketPolicy'),
      log,
    });
    if (web !== undefined) running('CloudFront', web);

    // Both invoke functions in the background.
    const targets = { startExecution: states.startExecution, invokeLambda: lambda.invokeLater };
    events.connect(targets);
    interruption.check();
    const scheduler = running(
      'the scheduler',
      await startScheduler({ resources, ...targets, log }),
    );
    running(
      'the console',
      await startConsole({
        port: await ports.use('console'),
        dir,
        endpoints,
        schedules: scheduler.schedules,
        log,
      }),
    );
    await ports.releaseAll();

    const parts = { template, endpoints, keys, socketPath };
    writeStackFile(dir, (options.describe ?? describeStack)(parts));
    cleanup.add('stack.json', () => clearState(dir, false));
    interruption.check();
    interruption.end();
    const reload = async () => {
      const { changed, refused } = await appSync.reload();
      return { changed: [...changed, ...lambda.reload()], refused };
    };
    const { inspectors } = lambda;
    return { ...parts, assembly: copy, reload, inspectors, stop: cleanup.run };
  } catch (error) {
    await cleanup.run();
    interruption.check();
    throw error;
  } finally {
    interruption.end();
  }
}
