import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { S3Client } from '@aws-sdk/client-s3';
import { accountId, arn, credentials, region } from './aws.ts';
import { createCleanup } from './cleanup.ts';
import { describeStack, writeStackFile } from './describeStack.ts';
import { endpointsOf, endpointVariables } from './endpoints.ts';
import { watchForInterruption } from './interruption.ts';
import { lockDirectory } from './lockDirectory.ts';
import { reservePorts } from './ports.ts';
import { withProgress } from './progress.ts';
import { openSampleShop, shopClusterArn, shopSecretArn } from './sampleShop.ts';
import { startAppSync } from './services/appsync/startAppSync.ts';
import { deployCustomResources } from './services/cloudformation/deployCustomResources.ts';
import { readBuckets } from './services/cloudformation/readBuckets.ts';
import { startCloudFront } from './services/cloudfront/startCloudFront.ts';
import { startEcs } from './services/ecs/startEcs.ts';
import { startKms } from './services/kms/startKms.ts';
import { readFunctionUrls } from './services/lambda/functionUrls.ts';
import { startLambda } from './services/lambda/startLambda.ts';
import { prepareOwnDatabase } from './services/mariadb/prepareDatabases.ts';
import { endOrphan, startMariadb } from './services/mariadb/startMariadb.ts';
import type { Cluster } from './services/rds-data/clusters.ts';
import { createDataApi } from './services/rds-data/createDataApi.ts';
import { readClusters } from './services/rds-data/readClusters.ts';
import { startRdsData } from './services/rds-data/startRdsData.ts';
import { startS3 } from './services/s3/startS3.ts';
import { startScheduler } from './services/scheduler/startScheduler.ts';
import { openSecretStore } from './services/secretsmanager/secretStore.ts';
import { startSes } from './services/ses/startSes.ts';
import { startStates } from './services/states/startStates.ts';
import type { RunningStack, StackOptions } from './stackOptions.ts';
import { clearState, copyAssembly, openLog } from './stateDirectory.ts';
import { readTemplate, unknownParameters } from './template.ts';

/**
 * Runs the cloud assembly on this machine. Whatever was started is stopped again when the start
 * fails, or when the process is told to end meanwhile.
 */
export async function startStack(options: StackOptions): Promise<RunningStack> {
  const dir = resolve(options.dir);
  const cleanup = createCleanup();
  const interruption = watchForInterruption(() => {
    // What is under way fails or ends; the start then stops the rest and says why.
    cleanup.run().catch((error: unknown) => options.log(String(error)));
  });
  const step = async <T>(label: string, work: () => Promise<T>): Promise<T> => {
    interruption.check();
    return withProgress(label, work, options.log);
  };
  const running = <T extends { stop(): Promise<void> | void }>(name: string, service: T): T => {
    cleanup.add(name, () => service.stop());
    return service;
  };

  try {
    cleanup.add('the lock', lockDirectory(dir));
    await endOrphan(dir, options.log);
    clearState(dir, options.fresh);
    const { log, close } = openLog(dir);
    cleanup.add('the log', close);
    const ports = await reservePorts(options.port);
    cleanup.add('the ports', ports.releaseAll);
    const endpoints = endpointsOf(ports);
    const variables = endpointVariables(endpoints);

    const secrets = openSecretStore(join(dir, 'secrets.json'));
    const parameters = {
      SiteUrl: endpoints.web,
      ShopClusterArn: shopClusterArn,
      ShopSecretArn: shopSecretArn,
      ShopDatabaseName: 'shop',
      ...(options.tickSeconds === undefined
        ? {}
        : { ReleaseSchedule: `rate(${options.tickSeconds} seconds)` }),
      ...options.parameters,
    };
    const copy = copyAssembly(options.assembly, dir);
    const template = readTemplate(copy, { parameters, addresses: endpoints }, secrets);
    for (const name of unknownParameters(template, parameters)) {
      options.log(`No stack of the assembly has a parameter ${name}; its value is not used`);
    }
    const { resources, assembly } = template;
    const ofService = (name: string) =>
      resources.filter(({ type }) => type.startsWith(`AWS::${name}::`));
    const refsOf = (type: string) =>
      resources.filter((one) => one.type === type).map(({ ref }) => ref);

    const mariadb = running(
      'MariaDB',
      await step('Starting the database', () => startMariadb(dir, options.log)),
    );
    const { socketPath } = mariadb;
    const clusters: Cluster[] = [];
    await step('Preparing the databases', async () => {
      const root = await mariadb.connectAsRoot();
      for (const { arn: resourceArn, database, httpEndpoint, secretArns, ...user } of readClusters(
        resources,
      )) {
        await prepareOwnDatabase(root, database, user);
        const users = Object.fromEntries(secretArns.map((secretArn) => [secretArn, user]));
        clusters.push({ resourceArn, httpEndpoint, socketPath, users });
      }
      await root.end();
    });
    clusters.push(
      await step('Preparing the sample shop', () =>
        openSampleShop(mariadb, parameters.ShopDatabaseName, secrets, options),
      ),
    );

    const dataApi = createDataApi(clusters);
    running('the Data API', await startRdsData(dataApi, await ports.use('rdsData'), log));
    const s3 = running(
      'S3',
      await startS3({ dir, port: await ports.use('s3'), buckets: readBuckets(resources), log }),
    );
    running(
      'KMS',
      await startKms({ dir, port: await ports.use('kms'), keys: ofService('KMS'), log }),
    );
    await step('Starting the mail service', async () =>
      running(
        'SES',
        await startSes({
          port: await ports.use('ses'),
          inboxPort: await ports.use('inbox'),
          mailsFile: join(dir, 'mails.jsonl'),
          identities: refsOf('AWS::SES::EmailIdentity'),
          configurationSets: refsOf('AWS::SES::ConfigurationSet'),
          log,
        }),
      ),
    );
    const lambda = running(
      'Lambda',
      await startLambda({
        resources,
        assetPath: assembly.assetPath,
        endpoints: variables,
        port: await ports.use('lambda'),
        dir,
        log,
      }),
    );
    const ecs = running(
      'ECS',
      startEcs({ resources, imagePath: assembly.imagePath, endpoints: variables, dir }),
    );

    const s3Client = new S3Client({ endpoint: s3.url, region, credentials, forcePathStyle: true });
    cleanup.add('the S3 client', () => s3Client.destroy());
    await step('Deploying', () =>
      deployCustomResources(resources, {
        invoke: lambda.invoke,
        assetPath: assembly.assetPath,
        s3: s3Client,
        onBegin: ({ stack, logicalId }) => {
          interruption.check();
          log(`deploying ${stack}/${logicalId}`);
        },
      }),
    );
    const web = await startCloudFront({
      resources,
      port: await ports.use('web'),
      getObject: s3.getObject,
      functionUrls: readFunctionUrls(resources, lambda.invoke),
      bucketPolicies: template.ignored('AWS::S3::BucketPolicy'),
      log,
    });
    if (web !== undefined) running('CloudFront', web);

    await step('Starting the API', async () =>
      running(
        'AppSync',
        await startAppSync({
          resources: ofService('AppSync'),
          port: await ports.use('appsync'),
          readAsset: (_bucket, key) => readFile(assembly.assetPath(key), 'utf8'),
          executeStatement: dataApi.executeStatement,
          invokeLambda: lambda.invoke,
          credentials: {
            [credentials.accessKeyId]: {
              secretAccessKey: credentials.secretAccessKey,
              arn: arn('iam', 'user/local', ''),
              accountId,
            },
          },
          log,
        }),
      ),
    );
    const states = running(
      'Step Functions',
      await startStates({
        resources,
        port: await ports.use('states'),
        dir,
        invokeLambda: lambda.invoke,
        runTask: ecs.runTask,
        log,
      }),
    );
    interruption.check();
    running(
      'the scheduler',
      await startScheduler({
        resources,
        startExecution: states.startExecution,
        invokeLambda: lambda.invoke,
        log,
      }),
    );
    await ports.releaseAll();

    const shop = { socketPath, database: parameters.ShopDatabaseName };
    const addresses = describeStack(template, endpoints, shop, options);
    writeStackFile(dir, addresses);
    cleanup.add('stack.json', () => clearState(dir, false));
    interruption.check();
    interruption.end();
    return { addresses, stop: cleanup.run };
  } catch (error) {
    await cleanup.run();
    interruption.check();
    throw error;
  } finally {
    interruption.end();
  }
}
