import { readFileSync } from 'node:fs';
import { SourceMap, type SourceMapPayload } from 'node:module';
import { fileURLToPath } from 'node:url';

/** A position in a source file, counted from 1. */
export interface Place {
  file: string;
  line: number;
}

interface Script {
  scriptId: string;
  url: string;
  sourceMapURL: string;
}

interface Paused {
  callFrames: { location: { scriptId: string; lineNumber: number; columnNumber: number } }[];
}

/** Attaches to a Node.js process as an editor does: it reads source maps, and speaks the Chrome DevTools Protocol. */
export async function attachDebugger(port: number) {
  const targets = await (await fetch(`http://127.0.0.1:${port}/json/list`)).json();
  const socket = new WebSocket(targets[0].webSocketDebuggerUrl);
  await new Promise((resolve) => socket.addEventListener('open', resolve));
  const scripts: Script[] = [];
  const answers = new Map<number, (result: object) => void>();
  let onPaused: (paused: Paused) => void = () => {};
  socket.addEventListener('message', ({ data }) => {
    const { id, method, params, result } = JSON.parse(data);
    answers.get(id)?.(result);
    if (method === 'Debugger.scriptParsed') scripts.push(params);
    if (method === 'Debugger.paused') onPaused(params);
  });
  let sent = 0;
  const send = (method: string, params: object = {}) =>
    new Promise<object>((resolve) => {
      sent += 1;
      answers.set(sent, resolve);
      socket.send(JSON.stringify({ id: sent, method, params }));
    });
  await send('Debugger.enable');

  return {
    /** Sets a breakpoint in the script last bundled from this line. Throws if there is none. */
    async breakAt(place: Place): Promise<void> {
      for (const script of scripts.toReversed()) {
        const lineNumber = findGenerated(script, place);
        if (lineNumber === undefined) continue;
        await send('Debugger.setBreakpointByUrl', { url: script.url, lineNumber });
        return;
      }
      throw new Error(`No script was bundled from ${place.file}:${place.line}`);
    },
    /** The next place where the process halts. */
    halted: () =>
      new Promise<Place | undefined>((resolve) => {
        onPaused = ({ callFrames: [frame] }) => {
          const { scriptId, lineNumber, columnNumber } = frame?.location ?? { scriptId: '' };
          const script = scripts.find((one) => one.scriptId === scriptId);
          resolve(script && toOriginal(script, lineNumber ?? 0, columnNumber ?? 0));
        };
      }),
    resume: () => send('Debugger.resume'),
    detach: () => socket.close(),
  };
}

/** The line of the script, from 0, generated from this position. */
function findGenerated(script: Script, { file, line }: Place): number | undefined {
  const map = readMap(script);
  if (!map?.sources.includes(file)) return undefined;
  const lines = map.mappings.payload.mappings.split(';').length;
  for (let generated = 0; generated < lines; generated += 1) {
    const place = toOriginal(script, generated, 1_000);
    if (place?.file === file && place.line === line) return generated;
  }
  return undefined;
}

function toOriginal(script: Script, line: number, column: number): Place | undefined {
  const map = readMap(script);
  const entry = map?.mappings.findEntry(line, column);
  if (map === undefined || entry === undefined || !('originalSource' in entry)) return undefined;
  return { file: resolveSource(entry.originalSource, map.url), line: entry.originalLine + 1 };
}

interface ReadMap {
  url: string;
  mappings: SourceMap;
  sources: string[];
}

const maps = new Map<string, ReadMap>();

function readMap({ url, sourceMapURL }: Script): ReadMap | undefined {
  if (!url.startsWith('file:') || !sourceMapURL.endsWith('.map')) return undefined;
  const address = new URL(sourceMapURL, url).href;
  let known = maps.get(address);
  if (known === undefined) {
    const payload: SourceMapPayload = JSON.parse(readFileSync(fileURLToPath(address), 'utf8'));
    const sources = payload.sources.map((source) => resolveSource(source, address));
    known = { url: address, mappings: new SourceMap(payload), sources };
    maps.set(address, known);
  }
  return known;
}

function resolveSource(source: string, map: string): string {
  return fileURLToPath(new URL(source, map));
}
