import { relative } from 'node:path';
import {
  AppsyncFunction,
  type BaseDataSource,
  Code,
  FunctionRuntime,
  type GraphqlApi,
  Resolver,
} from 'aws-cdk-lib/aws-appsync';
import { Construct } from 'constructs';
import { checkResolvers } from '../../resolvers/checkResolvers.ts';
import { PASS_THROUGH, type ResolverFiles, readResolvers } from '../../resolvers/readResolvers.ts';
import { ResolverCode } from '../../resolvers/resolverCode.ts';

export interface ResolversProps {
  api: GraphqlApi;
  /** What every field asks, but those of `Subscription`, which ask nothing, and the exceptions. */
  dataSource: BaseDataSource;
  /** What asks something else: `Type.field`, or `Type.field/1-step` for a step of a pipeline. */
  exceptions: { [file: string]: BaseDataSource };
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
  refuseStray(props, resolvers);
  for (const resolver of resolvers) {
    const usual = resolver.typeName === 'Subscription' ? nothing : props.dataSource;
    const sourceOf = (file: string) => props.exceptions[nameOf(props.folder, file)] ?? usual;
    createResolver(new Construct(scope, resolver.name), { api: props.api, sourceOf }, resolver);
  }
}

/** An exception for a file that is not there would silently ask the database. */
function refuseStray({ folder, exceptions }: ResolversProps, resolvers: ResolverFiles[]): void {
  const files = resolvers.flatMap(({ file = '', steps }) => [file, ...steps]);
  const names = files.map((file) => nameOf(folder, file));
  const stray = Object.keys(exceptions).filter((name) => !names.includes(name));
  if (stray.length > 0) throw new Error(`No resolver is called ${stray.join(', ')}`);
}

function nameOf(folder: string, file: string): string {
  return relative(folder, file).replace(/\.ts$/, '');
}

interface Sources {
  api: GraphqlApi;
  /** What the code of this file asks. */
  sourceOf(file: string): BaseDataSource;
}

function createResolver(
  scope: Construct,
  { api, sourceOf }: Sources,
  { typeName, fieldName, file, steps }: ResolverFiles,
): void {
  const code = file === undefined ? Code.fromInline(PASS_THROUGH) : new ResolverCode(file);
  const field = { api, typeName, fieldName, code, runtime: FunctionRuntime.JS_1_0_0 };
  if (file !== undefined && steps.length === 0) {
    new Resolver(scope, 'Resolver', { ...field, dataSource: sourceOf(file) });
    return;
  }
  const pipelineConfig = steps.map(
    (step, index) =>
      new AppsyncFunction(scope, `Step${index + 1}`, {
        api,
        dataSource: sourceOf(step),
        name: `${typeName}_${fieldName}_${index + 1}`,
        code: new ResolverCode(step),
        runtime: FunctionRuntime.JS_1_0_0,
      }),
  );
  new Resolver(scope, 'Resolver', { ...field, pipelineConfig });
}
