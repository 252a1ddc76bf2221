import { randomUUID } from 'node:crypto';
import { accountId, region } from '../../lib/aws.ts';
import type { Json, Resource } from '../../lib/resource.ts';
import { type EventTargets, type Rule, readRule } from './readRule.ts';

/** What a service tells. */
export interface Told {
  source: string;
  detailType: string;
  detail: Json;
  resources?: string[];
}

/** The default event bus. */
export interface EventBus {
  /** Gives an event to the targets of every rule that it fits. Nobody waits for them; a failure goes to the log. */
  put(event: Told): void;
  /** From now on events reach their targets; those of before are dropped. */
  connect(targets: EventTargets): void;
}

/**
 * Runs the AWS::Events::Rule resources of the template on the default bus. There is no API: events come from the
 * services of this machine.
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
      if (connected === undefined) return log(`event ${told.detailType}: no target runs yet`);
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
