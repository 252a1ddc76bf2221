import { refuseUnknownProperties } from '../../../lib/refuse.ts';
import type { Json, Resource } from '../../../lib/resource.ts';
import { refuse } from './refuse.ts';

export type DataSource =
  | { type: 'NONE'; name: string }
  | { type: 'AWS_LAMBDA'; name: string; functionArn: string }
  | {
      type: 'RELATIONAL_DATABASE';
      name: string;
      resourceArn: string;
      secretArn: string;
      database: string;
    };

const HONOURED = ['LambdaConfig', 'Name', 'RelationalDatabaseConfig', 'Type'];
const HARMLESS = ['ApiId', 'Description', 'MetricsConfig', 'ServiceRoleArn'];

/** Reads the target of a resolver's requests. */
export function readDataSource(resource: Resource): DataSource {
  refuseUnknownProperties(resource, HONOURED, HARMLESS);
  const { Name, Type, LambdaConfig, RelationalDatabaseConfig } = resource.properties;
  const name = String(Name);
  switch (Type) {
    case 'NONE':
      return { type: Type, name };
    case 'AWS_LAMBDA':
      return { type: Type, name, functionArn: member(resource, LambdaConfig, 'LambdaFunctionArn') };
    case 'RELATIONAL_DATABASE': {
      const config = (RelationalDatabaseConfig as Record<string, Json> | undefined)
        ?.RdsHttpEndpointConfig;
      return {
        type: Type,
        name,
        resourceArn: member(resource, config, 'DbClusterIdentifier'),
        secretArn: member(resource, config, 'AwsSecretStoreArn'),
        database: member(resource, config, 'DatabaseName'),
      };
    }
    default:
      return refuse(resource, `the data source type ${Type}`);
  }
}

function member(resource: Resource, config: Json | undefined, name: string): string {
  const value = (config as Record<string, Json> | null | undefined)?.[name];
  if (typeof value !== 'string') throw new Error(`${resource.logicalId}: ${name} is missing`);
  return value;
}
