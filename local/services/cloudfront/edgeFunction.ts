import { createContext, Script } from 'node:vm';
import {
  NotEmulated,
  nameOf,
  refuseUnknownMembers,
  refuseUnknownProperties,
} from '../../lib/refuse.ts';
import type { Json, Resource } from '../../lib/resource.ts';

/** The event of a CloudFront function ("CloudFront Functions event structure", CloudFront developer guide). */
export interface EdgeEvent {
  version: '1.0';
  context: {
    distributionDomainName: string;
    distributionId: string;
    eventType: string;
    requestId: string;
  };
  viewer: { ip: string };
  request: EdgeRequest;
  response?: EdgeResponse;
}

interface EdgeValue {
  value: string;
  multiValue?: { value: string }[];
}

export interface EdgeRequest {
  method: string;
  uri: string;
  querystring: { [name: string]: EdgeValue };
  headers: { [name: string]: EdgeValue };
  cookies: { [name: string]: EdgeValue };
}

export interface EdgeResponse {
  statusCode: number;
  statusDescription?: string;
  headers?: { [name: string]: EdgeValue };
  body?: string | { encoding: 'text' | 'base64'; data: string };
}

export type EdgeFunction = (event: EdgeEvent) => Promise<EdgeRequest | EdgeResponse>;

/**
 * A CloudFront function has about a millisecond of CPU time. This limit is wall-clock time, which a
 * busy machine may spend elsewhere, so it only stops a function that never ends.
 */
const milliseconds = 5000;

/**
 * Loads an `AWS::CloudFront::Function`. It sees only the language: no Node.js, no network, no host
 * clock.
 */
export function loadEdgeFunction(resource: Resource): EdgeFunction {
  refuseUnknownProperties(
    resource,
    ['FunctionCode', 'FunctionConfig', 'Name'],
    ['AutoPublish', 'FunctionMetadata', 'Tags'],
  );
  const { FunctionCode, FunctionConfig } = resource.properties;
  const members = ['Comment', 'Runtime', 'KeyValueStoreAssociations'];
  refuseUnknownMembers(resource, 'FunctionConfig', FunctionConfig ?? {}, members);
  const { Runtime, KeyValueStoreAssociations } = FunctionConfig as { [name: string]: Json };
  if (Runtime !== 'cloudfront-js-2.0' && Runtime !== 'cloudfront-js-1.0') {
    throw new NotEmulated(`${nameOf(resource)}: runtime ${Runtime} is not emulated`);
  }
  if (KeyValueStoreAssociations !== undefined) {
    throw new NotEmulated(`${nameOf(resource)}: KeyValueStoreAssociations is not emulated`);
  }
  const context = createContext({}, { codeGeneration: { strings: false, wasm: false } });
  new Script(`${FunctionCode}`, { filename: resource.logicalId }).runInContext(context, {
    timeout: milliseconds,
  });
  // The event is passed as text so that the function cannot reach any object of this process.
  const call = new Script('Promise.resolve(handler(JSON.parse(event))).then(JSON.stringify)', {
    filename: `${resource.logicalId} (call)`,
  });
  return async (event) => {
    context.event = JSON.stringify(event);
    const answer: unknown = await call.runInContext(context, { timeout: milliseconds });
    if (typeof answer !== 'string') throw new Error(`${nameOf(resource)} returned nothing`);
    return JSON.parse(answer);
  };
}
