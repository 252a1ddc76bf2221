import type { Ports } from './ports.ts';

/** Where everything listens. With an IP address the S3 client chooses path-style addresses by itself. */
export interface Endpoints {
  web: string;
  graphql: string;
  realtime: string;
  inbox: string;
  /** The pages on which people see what the stack does. */
  console: string;
  /** Where nothing of the stack listens: for whatever its starter serves beside it. */
  beside: string;
  rdsData: string;
  s3: string;
  ses: string;
  states: string;
  kms: string;
  lambda: string;
}

/** Those that AWS clients ask. */
export type ServiceEndpoints = Pick<
  Endpoints,
  'rdsData' | 's3' | 'ses' | 'states' | 'kms' | 'lambda'
>;

export function endpointsOf(ports: Ports): Endpoints {
  const at = (name: Parameters<Ports['number']>[0]) => `127.0.0.1:${ports.number(name)}`;
  return {
    web: `http://${at('web')}`,
    graphql: `http://${at('appsync')}/graphql`,
    realtime: `ws://${at('appsync')}/graphql/realtime`,
    inbox: `http://${at('inbox')}`,
    console: `http://${at('console')}`,
    beside: `http://${at('beside')}`,
    rdsData: `http://${at('rdsData')}`,
    s3: `http://${at('s3')}`,
    ses: `http://${at('ses')}`,
    states: `http://${at('states')}`,
    kms: `http://${at('kms')}`,
    lambda: `http://${at('lambda')}`,
  };
}

/** AWS's own variables, by which every AWS client finds these services in place of the real ones. */
export function endpointVariables(endpoints: ServiceEndpoints): { [variable: string]: string } {
  return {
    AWS_ENDPOINT_URL_RDS_DATA: endpoints.rdsData,
    AWS_ENDPOINT_URL_S3: endpoints.s3,
    AWS_ENDPOINT_URL_SES: endpoints.ses,
    AWS_ENDPOINT_URL_SESV2: endpoints.ses,
    AWS_ENDPOINT_URL_SFN: endpoints.states,
    AWS_ENDPOINT_URL_KMS: endpoints.kms,
    AWS_ENDPOINT_URL_LAMBDA: endpoints.lambda,
  };
}
