/**
 * An event of GetExecutionHistory, either from this service (`timestamp` in seconds) or from AWS's
 * client (a Date).
 */
export interface ToldEvent {
  id?: number | undefined;
  previousEventId?: number | undefined;
  timestamp?: number | Date | undefined;
  type?: string | undefined;
}

/** One line in the description of an execution. */
export interface HistoryLine {
  id: number;
  at: Date;
  /** Milliseconds since the first given event. */
  after: number;
  /** The nesting depth in Map items and Parallel branches: 0 for the execution itself. */
  depth: number;
  /** The state concerned; null for the execution itself. */
  state: string | null;
  /** A sentence without a full stop: `calls lambda:invoke, attempt 2`. */
  what: string;
  outcome: 'begins' | 'goes on' | 'succeeds' | 'fails';
  /** The JSON text of the input or output, or the cause of a failure; null if there is none. */
  data: string | null;
}

/** What the preceding events tell about an event. */
interface Place {
  state: string | null;
  attempts: number;
  /** The enclosing Map and Parallel states, with the items of the former. */
  around: string[];
}

type Details = { [member: string]: unknown };

const OUTSIDE: Place = { state: null, attempts: 0, around: [] };

/**
 * Describes an execution's history for people, oldest event first, whatever the order of the
 * argument. An event whose predecessors are missing has depth 0.
 */
export function describeHistory(events: readonly ToldEvent[]): HistoryLine[] {
  const ordered = events.toSorted((one, other) => (one.id ?? 0) - (other.id ?? 0));
  const places = new Map<number, Place>();
  const start = timeOf(ordered[0]);
  return ordered.map((event) => {
    const before = places.get(event.previousEventId ?? 0) ?? OUTSIDE;
    const details = detailsOf(event);
    const type = event.type ?? '';
    const { here, after } = move(before, type, details);
    places.set(event.id ?? 0, after);
    return {
      id: event.id ?? 0,
      at: new Date(timeOf(event)),
      after: timeOf(event) - start,
      depth: here.around.length,
      state: type.startsWith('Execution') ? null : here.state,
      what: sentence(type, details, here),
      outcome: outcomeOf(type),
      data: dataOf(details),
    };
  });
}

/** The place of an event, and the place of those that follow it. */
function move(before: Place, type: string, details: Details): { here: Place; after: Place } {
  const same = (place: Place) => ({ here: place, after: place });
  if (type.endsWith('StateEntered')) {
    return same({ ...before, state: String(details.name), attempts: 0 });
  }
  if (type === 'MapStateStarted' || type === 'ParallelStateStarted') {
    const here = { ...before, attempts: before.attempts + 1 };
    return { here, after: { ...here, around: [...before.around, before.state ?? ''] } };
  }
  if (type === 'MapIterationStarted') return same({ ...before, state: String(details.name) });
  if (type.startsWith('MapIteration')) return same({ ...before, state: String(details.name) });
  if (/^(Map|Parallel)State(Succeeded|Failed|Aborted)$/.test(type)) {
    return same({
      ...before,
      state: before.around.at(-1) ?? before.state,
      around: before.around.slice(0, -1),
    });
  }
  if (type.endsWith('Scheduled')) return same({ ...before, attempts: before.attempts + 1 });
  if (type.endsWith('StateExited')) return same({ ...before, state: String(details.name) });
  return type.startsWith('Execution') ? same(OUTSIDE) : same(before);
}

function sentence(type: string, details: Details, { attempts }: Place): string {
  const again = attempts > 1 ? `, attempt ${attempts}` : '';
  const { error } = details;
  const reason = typeof error === 'string' && error !== '' ? ` with ${error}` : '';
  if (type.endsWith('StateEntered')) return `is entered (${type.replace('StateEntered', '')})`;
  if (type.endsWith('StateExited')) return 'is left';
  if (type === 'MapStateStarted') return `begins with ${details.length} items${again}`;
  if (type.startsWith('MapIteration')) return `item ${details.index} ${verbOf(type)}`;
  if (type.endsWith('Scheduled')) {
    const called =
      'resourceType' in details ? `${details.resourceType}:${details.resource}` : details.resource;
    return `calls ${called}${again}`;
  }
  if (type.startsWith('Execution')) return `the execution ${verbOf(type)}${reason}`;
  return `${verbOf(type)}${type.endsWith('Started') ? again : ''}${reason}`;
}

function verbOf(type: string): string {
  if (type.endsWith('Started')) return 'begins';
  if (type.endsWith('Submitted')) return 'is taken by the service';
  if (type.endsWith('Succeeded')) return 'succeeds';
  if (type.endsWith('TimedOut')) return 'runs out of time';
  if (type.endsWith('Aborted')) return 'is stopped';
  if (type.endsWith('Failed')) return 'fails';
  return type;
}

function outcomeOf(type: string): HistoryLine['outcome'] {
  if (type.endsWith('Succeeded')) return 'succeeds';
  if (/(Failed|TimedOut|Aborted)$/.test(type)) return 'fails';
  return /(Started|Entered|Scheduled)$/.test(type) ? 'begins' : 'goes on';
}

function dataOf(details: Details): string | null {
  const { input, output, parameters, cause } = details;
  const data = input ?? output ?? parameters ?? cause;
  return typeof data === 'string' && data !== '' ? data : null;
}

function detailsOf(event: ToldEvent): Details {
  const member = Object.entries(event).find(([name]) => name.endsWith('EventDetails'));
  return (member?.[1] ?? {}) as Details; // holds for every member with such a name
}

function timeOf(event: ToldEvent | undefined): number {
  const { timestamp = 0 } = event ?? {};
  return typeof timestamp === 'number' ? Math.round(timestamp * 1000) : timestamp.getTime();
}
