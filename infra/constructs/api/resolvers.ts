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
import { readResolvers } from '../../resolvers/readResolvers.ts';
import { ResolverCode } from '../../resolvers/resolverCode.ts';

export interface ResolversProps {
  api: GraphqlApi;
  /**
   * The data source of every field and function, except for the fields of `Subscription`, which use
   * none, and `exceptions`.
   */
  dataSource: BaseDataSource;
  /** The fields (`Type.field`) and functions (by name) that use another data source. */
  exceptions: { [name: string]: BaseDataSource };
  /** The schema file. */
  schema: string;
  /** The folder with one file per field, and `functions/`. */
  folder: string;
}

/** A pipeline does nothing before and after its functions. */
const PASS_THROUGH = `export function request() { return {}; }
export function response(ctx) { return ctx.prev.result; }
`;

/**
 * Creates one resolver for each file of the folder and one AppSync function for each file of
 * `functions/`.
 *
 * @throws {ResolverMismatch} if the schema and the folder do not name the same fields.
 */
export function createResolvers(scope: Construct, props: ResolversProps): void {
  const { api, dataSource, exceptions, schema, folder } = props;
  const { fields, functions } = readResolvers(folder);
  checkResolvers(schema, fields);
  refuseStray(exceptions, [...fields.map(({ name }) => name), ...functions.keys()]);
  const nothing = api.addNoneDataSource('Nothing', {
    description: 'For fields that need no data, such as the start of a subscription',
  });
  const runtime = FunctionRuntime.JS_1_0_0;
  const shared = new Construct(scope, 'Functions');
  const created = new Map(
    [...functions].map(([name, file]) => {
      const code = new ResolverCode(file);
      const source = exceptions[name] ?? dataSource;
      return [
        file,
        new AppsyncFunction(shared, name, { api, dataSource: source, name, code, runtime }),
      ];
    }),
  );
  for (const { name, typeName, fieldName, file, steps } of fields) {
    const field = { api, typeName, fieldName, runtime };
    const usual = typeName === 'Subscription' ? nothing : dataSource;
    new Resolver(new Construct(scope, name), 'Resolver', {
      ...field,
      ...(steps === undefined
        ? { code: new ResolverCode(file), dataSource: exceptions[name] ?? usual }
        : {
            code: Code.fromInline(PASS_THROUGH),
            pipelineConfig: steps.flatMap((step) => created.get(step) ?? []),
          }),
    });
  }
}

/** An exception for a missing file would silently use the database instead. */
function refuseStray(exceptions: ResolversProps['exceptions'], names: string[]): void {
  const stray = Object.keys(exceptions).filter((name) => !names.includes(name));
  if (stray.length > 0) throw new Error(`No resolver is called ${stray.join(', ')}`);
}
