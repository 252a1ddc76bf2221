import { randomUUID } from 'node:crypto';
import { accountId, region } from '../../lib/aws.ts';
import type { Json, Resource } from '../../lib/resource.ts';
import { type EventTargets, type Rule, readRule } from './readRule.ts';

/** An event as a service reports it. */
export interface Told {
  source: string;
  detailType: string;
  detail: Json;
  resources?: string[];
}

/** The default event bus. */
export interface EventBus {
  /**
   * Sends an event to the targets of every matching rule. Does not wait for them; failures are
   * logged.
   */
  put(event: Told): void;
  /** Starts delivery to targets; earlier events have been dropped. */
  connect(targets: EventTargets): void;
}

/**
 * Runs the template's AWS::Events::Rule resources on the default bus. There is no API: events come
 * from the local services.
 */
export function startEvents(resources: Resource[], log: (line: string) => void): EventBus {
  const rules = resources
    .filter(({ type }) => type === 'AWS::Events::Rule')
    .map(readRule)
    .filter((rule) => rule !== null);
  let connected: EventTargets | undefined;
  return {
    connect: (targets) => {
      connected = targets;
    },
    put: (told) => {
      if (connected === undefined)
        return log(`event ${told.detailType} dropped: targets are not running yet`);
      const event = envelope(told);
      for (const rule of rules.filter(({ fits }) => fits(event))) deliver(rule, event, connected);
    },
  };

  function deliver(rule: Rule, event: Json, targets: EventTargets): void {
    for (const target of rule.targets) {
      Promise.resolve()
        .then(() => target(event, targets))
        .catch((error: unknown) => log(`rule ${rule.name}: ${error}`));
    }
  }
}

// "Structure of Amazon EventBridge events"; times in whole seconds.
function envelope({ source, detailType, detail, resources = [] }: Told): Json {
  return {
    version: '0',
    id: randomUUID(),
    'detail-type': detailType,
    source,
    account: accountId,
    time: new Date().toISOString().replace(/\.\d+Z$/, 'Z'),
    region,
    resources,
    detail,
  };
}
