import { refuseUnknownProperties } from '../../lib/refuse.ts';
import { functionArn } from '../cloudformation/identities.ts';
import type { DeployedResource } from '../cloudformation/resolveStacks.ts';
import type { EventPolicy } from './eventQueue.ts';

const HONOURED = ['FunctionName', 'Qualifier', 'MaximumRetryAttempts', 'MaximumEventAgeInSeconds'];

/** The settings of each `AWS::Lambda::EventInvokeConfig`, by function ARN. */
export function readEventPolicies(
  resources: readonly DeployedResource[],
): Map<string, Partial<EventPolicy>> {
  const found = resources.filter(({ type }) => type === 'AWS::Lambda::EventInvokeConfig');
  return new Map(
    found.map((resource) => {
      refuseUnknownProperties(resource, HONOURED, []);
      const { FunctionName, MaximumRetryAttempts, MaximumEventAgeInSeconds } = resource.properties;
      const policy = {
        ...(MaximumRetryAttempts !== undefined && { retries: Number(MaximumRetryAttempts) }),
        ...(MaximumEventAgeInSeconds !== undefined && {
          longestAge: Number(MaximumEventAgeInSeconds) * 1000,
        }),
      };
      return [functionArn(String(FunctionName)), policy];
    }),
  );
}
