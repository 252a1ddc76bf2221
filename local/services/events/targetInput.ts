import type { Json } from '../../lib/resource.ts';

/** Fields and indexes; wildcards and filters are not emulated. */
const STEP = /\.([^.[\]*]+)|\['([^']+)'\]|\[(\d+)\]/g;

const WHOLE_EVENT = ['aws.events.event', 'aws.events.event.json'];

interface Transformer {
  InputPathsMap?: { [name: string]: string };
  InputTemplate: string;
}

/** Returns the first unsupported part of a target's input; undefined if all of it is supported. */
export function findBadInput(target: { [name: string]: Json }): string | undefined {
  const { Input, InputPath, InputTransformer } = target;
  if (Input !== undefined && !isJson(String(Input))) return 'Input is not JSON';
  const { InputPathsMap = {}, InputTemplate = '' } = (InputTransformer ??
    {}) as Partial<Transformer>;
  const paths = [
    ...Object.values(InputPathsMap),
    ...(InputPath == null ? [] : [String(InputPath)]),
  ];
  const path = paths.find((one) => !/^\$/.test(one) || one.slice(1).replace(STEP, '') !== '');
  if (path !== undefined) return `the path ${path}`;
  const names = [...InputTemplate.matchAll(/<([^<>"]+)>/g)].map(([, name = '']) => name);
  const unknown = names.find(
    (name) => !Object.hasOwn(InputPathsMap, name) && !WHOLE_EVENT.includes(name),
  );
  return unknown && `<${unknown}> in InputTemplate`;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/**
 * Returns a target's input: the event, a part of it (`InputPath`), a constant (`Input`), or a
 * template filled with parts of it (`InputTransformer`; "Amazon EventBridge input transformation").
 */
export function inputOf(target: { [name: string]: Json }, event: Json): Json {
  const { Input, InputPath, InputTransformer } = target;
  if (typeof Input === 'string') return JSON.parse(Input) as Json;
  if (typeof InputPath === 'string') return select(event, InputPath) ?? null;
  // CloudFormation has checked its shape.
  if (InputTransformer) return transform(InputTransformer as unknown as Transformer, event);
  return event;
}

function transform({ InputPathsMap = {}, InputTemplate }: Transformer, event: Json): Json {
  const values = Object.fromEntries(
    Object.entries(InputPathsMap).map(([name, path]) => [name, select(event, path)]),
  );
  // Inside quotes a value's text is inserted, elsewhere its JSON.
  const filled = InputTemplate.replace(
    /"(?:[^"\\]|\\.)*"|<([^<>"]+)>/g,
    (part, name: string | undefined) =>
      name === undefined
        ? part.replace(/<([^<>]+)>/g, (_, inner: string) => escaped(placed(inner)))
        : JSON.stringify(placed(name)),
  );
  return JSON.parse(filled) as Json;

  function placed(name: string): Json {
    if (name === 'aws.events.event') return event;
    if (name === 'aws.events.event.json') return JSON.stringify(event);
    return values[name] ?? '';
  }
}

function escaped(value: Json): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return JSON.stringify(text).slice(1, -1);
}

/** `$.detail.mail.destination[0]`: members and indexes only. */
function select(event: Json, path: string): Json | undefined {
  let value: Json | undefined = event;
  for (const [, member, quoted, at = ''] of path.matchAll(STEP)) {
    const name = member ?? quoted ?? at;
    value = Object.hasOwn(Object(value), name) ? Object(value)[name] : undefined;
  }
  return value;
}
