import type { Ports } from './ports.ts';

/**
 * The addresses of all services. Given an IP address, the S3 client uses path-style addresses by
 * itself.
 */
export interface Endpoints {
  web: string;
  graphql: string;
  realtime: string;
  inbox: string;
  /** The web console of the stack. */
  console: string;
  /** A port that the stack leaves free for whatever its starter serves as well. */
  beside: string;
  rdsData: string;
  s3: string;
  ses: string;
  states: string;
  kms: string;
  lambda: string;
}

/** The services that AWS clients call. */
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

/** AWS's own variables, which make every AWS client use these services instead of the real ones. */
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
