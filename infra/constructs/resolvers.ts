import {
  AppsyncFunction,
  type BaseDataSource,
  Code,
  FunctionRuntime,
  type GraphqlApi,
  Resolver,
} from 'aws-cdk-lib/aws-appsync';
import { Construct } from 'constructs';
import { checkResolvers } from '../resolvers/checkResolvers.ts';
import { PASS_THROUGH, type ResolverFiles, readResolvers } from '../resolvers/readResolvers.ts';
import { ResolverCode } from '../resolvers/resolverCode.ts';

export interface ResolversProps {
  api: GraphqlApi;
  /** What every field asks, but those of `Subscription`, which ask nothing. */
  dataSource: BaseDataSource;
  /** The schema file. */
  schema: string;
  /** The folder with one file or one pipeline folder per field. */
  folder: string;
}

/**
 * One resolver for every file of the folder.
 *
 * @throws {ResolverMismatch} when the schema and the folder do not name the same fields.
 */
export function createResolvers(scope: Construct, props: ResolversProps): void {
  const resolvers = readResolvers(props.folder);
  checkResolvers(props.schema, resolvers);
  const nothing = props.api.addNoneDataSource('Nothing', {
    description: 'For fields that need no data, such as the start of a subscription',
  });
  for (const resolver of resolvers) {
    const dataSource = resolver.typeName === 'Subscription' ? nothing : props.dataSource;
    createResolver(new Construct(scope, resolver.name), { ...props, dataSource }, resolver);
  }
}

function createResolver(
  scope: Construct,
  { api, dataSource }: Pick<ResolversProps, 'api' | 'dataSource'>,
  { typeName, fieldName, file, steps }: ResolverFiles,
): void {
  const code = file === undefined ? Code.fromInline(PASS_THROUGH) : new ResolverCode(file);
  const field = { api, typeName, fieldName, code, runtime: FunctionRuntime.JS_1_0_0 };
  if (steps.length === 0) {
    new Resolver(scope, 'Resolver', { ...field, dataSource });
    return;
  }
  const pipelineConfig = steps.map(
    (step, index) =>
      new AppsyncFunction(scope, `Step${index + 1}`, {
        api,
        dataSource,
        name: `${typeName}_${fieldName}_${index + 1}`,
        code: new ResolverCode(step),
        runtime: FunctionRuntime.JS_1_0_0,
      }),
  );
  new Resolver(scope, 'Resolver', { ...field, pipelineConfig });
}
