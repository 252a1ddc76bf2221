import { refuseUnknownProperties } from '../../../lib/refuse.ts';
import type { Json, Resource } from '../../../lib/resource.ts';
import type { Code, Sandbox } from '../code/sandbox.ts';
import { type CodeLoading, type LoadedCode, loadCode } from './loadCode.ts';
import { type ReadAsset, splitLocation } from './readCode.ts';
import { type DataSource, readDataSource } from './readDataSource.ts';
import { type ApiSettings, readSettings } from './readSettings.ts';
import { refuse } from './refuse.ts';

/** Code with its data source. */
export interface Step {
  name: string;
  code: Code;
  dataSource: DataSource;
  /** How many calls of a function BatchInvoke sends together; null = AppSync's default. */
  maxBatchSize: number | null;
}

/** What resolves a field: its own data source, or code around the functions of a pipeline. */
export type Resolver =
  | ({ kind: 'UNIT' } & Step)
  | { kind: 'PIPELINE'; name: string; code: Code; functions: Step[] };

/** A GraphQL API as the template describes it. */
export interface Api extends ApiSettings {
  schema: string;
  /** By `Type.field`. */
  resolvers: Map<string, Resolver>;
  /** The code of all resolvers and functions. */
  codes: LoadedCode[];
}

/** "AWS AppSync endpoints and quotas". */
const MAX_FUNCTIONS = 10;
const MAX_BATCH = 2_000;

const TYPES = [
  'GraphQLApi',
  'GraphQLSchema',
  'ApiKey',
  'DataSource',
  'FunctionConfiguration',
  'Resolver',
];

/** Reads an API from its resources. Throws, naming what is not emulated. */
export async function readApi(
  resources: Resource[],
  readAsset: ReadAsset,
  sandbox: Sandbox,
): Promise<Api> {
  for (const resource of resources) {
    if (!TYPES.some((type) => resource.type === `AWS::AppSync::${type}`)) {
      refuse(resource, 'this resource type');
    }
  }
  const of = (type: string) => resources.filter(({ type: t }) => t === `AWS::AppSync::${type}`);
  const dataSources = of('DataSource').map(readDataSource);
  const codes: LoadedCode[] = [];
  const loading = { readAsset, sandbox, codes, dataSources };
  const functions = await Promise.all(
    of('FunctionConfiguration').map((one) => readFunction(one, loading)),
  );
  const resolvers = await Promise.all(
    of('Resolver').map((one) => readResolver(one, functions, loading)),
  );
  return {
    ...readSettings(the(of('GraphQLApi'), 'GraphQLApi'), of('ApiKey')),
    schema: await readSchema(the(of('GraphQLSchema'), 'GraphQLSchema'), readAsset),
    resolvers: new Map(resolvers.map((resolver) => [resolver.name, resolver])),
    codes,
  };
}

interface Loading extends CodeLoading {
  dataSources: DataSource[];
}

interface NamedFunction {
  resource: Resource;
  step: Step;
}

const FUNCTION_PROPERTIES = [
  'Code',
  'CodeS3Location',
  'DataSourceName',
  'MaxBatchSize',
  'Name',
  'Runtime',
];
const HARMLESS = ['ApiId', 'Description', 'FunctionVersion', 'MetricsConfig'];

async function readFunction(resource: Resource, loading: Loading): Promise<NamedFunction> {
  refuseUnknownProperties(resource, FUNCTION_PROPERTIES, HARMLESS);
  const name = String(resource.properties.Name);
  const dataSource = findDataSource(resource, loading.dataSources);
  const code = await loadCode(resource, name, loading);
  return { resource, step: { name, code, dataSource, maxBatchSize: readBatch(resource) } };
}

const RESOLVER_PROPERTIES = [
  'Code',
  'CodeS3Location',
  'DataSourceName',
  'FieldName',
  'Kind',
  'MaxBatchSize',
  'PipelineConfig',
  'Runtime',
  'TypeName',
];

async function readResolver(
  resource: Resource,
  functions: NamedFunction[],
  loading: Loading,
): Promise<Resolver> {
  refuseUnknownProperties(resource, RESOLVER_PROPERTIES, HARMLESS);
  const { TypeName, FieldName, Kind, PipelineConfig } = resource.properties;
  const name = `${TypeName}.${FieldName}`;
  const code = await loadCode(resource, name, loading);
  if (Kind !== 'PIPELINE') {
    const dataSource = findDataSource(resource, loading.dataSources);
    return { kind: 'UNIT', name, code, dataSource, maxBatchSize: readBatch(resource) };
  }
  const ids = (PipelineConfig as { Functions?: Json[] } | undefined)?.Functions ?? [];
  if (ids.length > MAX_FUNCTIONS) {
    throw new Error(
      `${name}: a pipeline has at most ${MAX_FUNCTIONS} functions, not ${ids.length}`,
    );
  }
  const steps = ids.map((id) => {
    const found = functions.find((one) => isFunctionId(one.resource, String(id)));
    if (!found) throw new Error(`${name}: there is no function with the id ${id}`);
    return found.step;
  });
  return { kind: 'PIPELINE', name, code, functions: steps };
}

/** 0 and an absent number both mean AppSync's default. */
function readBatch({ logicalId, properties }: Resource): number | null {
  const size = Number(properties.MaxBatchSize ?? 0);
  if (!Number.isInteger(size) || size < 0 || size > MAX_BATCH) {
    throw new Error(`${logicalId}: MaxBatchSize is ${size}, expected 0 to ${MAX_BATCH}`);
  }
  return size || null;
}

/** An ARN ends in the function's id. */
function isFunctionId({ ref, logicalId }: Resource, id: string): boolean {
  return id === ref || id === logicalId || ref.endsWith(`/${id}`);
}

function findDataSource(resource: Resource, dataSources: DataSource[]): DataSource {
  const name = resource.properties.DataSourceName;
  const found = dataSources.find((source) => source.name === name);
  if (!found) throw new Error(`${resource.logicalId}: there is no data source named ${name}`);
  return found;
}

async function readSchema(resource: Resource, readAsset: ReadAsset): Promise<string> {
  refuseUnknownProperties(resource, ['Definition', 'DefinitionS3Location'], ['ApiId']);
  const { Definition, DefinitionS3Location } = resource.properties;
  if (typeof Definition === 'string') return Definition;
  return readAsset(...splitLocation(String(DefinitionS3Location)));
}

function the(resources: Resource[], type: string): Resource {
  const [one, ...more] = resources;
  if (!one || more.length > 0) {
    throw new Error(`expected one AWS::AppSync::${type}, found ${resources.length}`);
  }
  return one;
}
