import { join } from 'node:path';
import { App, CfnOutput, Stack } from 'aws-cdk-lib';
import { Code, Definition, FunctionRuntime, GraphqlApi } from 'aws-cdk-lib/aws-appsync';
import { SubnetType, Vpc } from 'aws-cdk-lib/aws-ec2';
import { Runtime } from 'aws-cdk-lib/aws-lambda';
import { NodejsFunction } from 'aws-cdk-lib/aws-lambda-nodejs';
import {
  AuroraMysqlEngineVersion,
  ClusterInstance,
  DatabaseCluster,
  DatabaseClusterEngine,
} from 'aws-cdk-lib/aws-rds';
import { DefinitionBody, StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { LambdaInvoke } from 'aws-cdk-lib/aws-stepfunctions-tasks';
import { Trigger } from 'aws-cdk-lib/triggers';

const here = import.meta.dirname;
const app = new App();
const stack = new Stack(app, 'Todo');

const cluster = new DatabaseCluster(stack, 'Cluster', {
  engine: DatabaseClusterEngine.auroraMysql({ version: AuroraMysqlEngineVersion.VER_3_10_4 }),
  writer: ClusterInstance.serverlessV2('Writer'),
  vpc: new Vpc(stack, 'Vpc', { natGateways: 0 }),
  vpcSubnets: { subnetType: SubnetType.PRIVATE_ISOLATED },
  defaultDatabaseName: 'todo',
  enableDataApi: true,
});
const { clusterArn, secret } = cluster;
if (secret === undefined) throw new Error('A cluster has a secret unless it is given credentials');

const addTodo = new NodejsFunction(stack, 'AddTodo', {
  runtime: Runtime.NODEJS_24_X,
  entry: join(here, 'addTodo.ts'),
  environment: { CLUSTER_ARN: clusterArn, SECRET_ARN: secret.secretArn },
  bundling: { bundleAwsSDK: true },
});
cluster.grantDataApiAccess(addTodo);
// On deployment it is called without a title and only creates the table.
new Trigger(stack, 'MakeTable', { handler: addTodo, executeAfter: [cluster] });

const machine = new StateMachine(stack, 'Adding', {
  definitionBody: DefinitionBody.fromChainable(
    new LambdaInvoke(stack, 'Add', { lambdaFunction: addTodo, payloadResponseOnly: true }),
  ),
});

const api = new GraphqlApi(stack, 'Api', {
  name: 'Todo',
  definition: Definition.fromFile(join(here, 'schema.graphql')),
});
api.addRdsDataSource('Database', cluster, secret, 'todo').createResolver('QueryTodos', {
  typeName: 'Query',
  fieldName: 'todos',
  code: Code.fromAsset(join(here, 'Query.todos.js')),
  runtime: FunctionRuntime.JS_1_0_0,
});

new CfnOutput(stack, 'ApiKey', { value: api.apiKey ?? '' });
new CfnOutput(stack, 'StateMachineArn', { value: machine.stateMachineArn });
app.synth();
