import { NotEmulated, nameOf, refuseUnknownProperties } from '../../lib/refuse.ts';
import type { Json, Resource } from '../../lib/resource.ts';

/** The events of a configuration set that go to EventBridge's default bus. */
export interface EventDestination {
  configurationSet: string;
  /** Event types as in the events, such as `Bounce`. */
  types: string[];
}

// Maps the names in `MatchingEventTypes` to an event's `eventType`.
const EVENT_TYPES: { readonly [matching: string]: string } = {
  send: 'Send',
  delivery: 'Delivery',
  bounce: 'Bounce',
  complaint: 'Complaint',
};

// Types that never occur on one machine; subscribing to them is harmless.
const NEVER = [...['reject', 'open', 'click', 'renderingfailure', 'deliverydelay', 'subscription']];

/**
 * Reads AWS::SES::ConfigurationSetEventDestination. Rejects any destination except EventBridge's
 * default bus.
 */
export function readEventDestination(resource: Resource): EventDestination {
  refuseUnknownProperties(resource, ['ConfigurationSetName', 'EventDestination'], []);
  const { ConfigurationSetName, EventDestination } = resource.properties;
  // CloudFormation has checked the shape.
  const destination = EventDestination as { [name: string]: Json };
  const owner = nameOf(resource);
  for (const name of Object.keys(destination)) {
    if (['Name', 'Enabled', 'MatchingEventTypes', 'EventBridgeDestination'].includes(name))
      continue;
    throw new NotEmulated(`${owner}: EventDestination.${name} is not emulated`);
  }
  const bus = (destination.EventBridgeDestination as { EventBusArn?: string } | undefined)
    ?.EventBusArn;
  if (!bus?.endsWith(':event-bus/default')) {
    throw new NotEmulated(
      `${owner}: events to ${bus ?? 'no bus'} are not emulated; expected the default bus of EventBridge`,
    );
  }
  const wished = (destination.MatchingEventTypes as string[]).map(normalized);
  const unknown = wished.find((type) => !(type in EVENT_TYPES) && !NEVER.includes(type));
  if (unknown !== undefined) throw new NotEmulated(`${owner}: event type ${unknown}`);
  const enabled = String(destination.Enabled ?? true) === 'true';
  return {
    configurationSet: String(ConfigurationSetName),
    types: enabled ? wished.flatMap((type) => EVENT_TYPES[type] ?? []) : [],
  };
}

// SES v1 used `renderingFailure`, v2 uses `RENDERING_FAILURE`; templates accept both.
function normalized(type: string): string {
  return type.toLowerCase().replaceAll('_', '');
}
