import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { evaluateCode } from '../../../local/services/appsync/code/evaluateCode.ts';

const SHINKAN = join(import.meta.dirname, '../../../tools/shinkan.ts');

/** The body of an EvaluateCode request, as Amazon's client writes it. */
interface Sent {
  runtime: object;
  code: string;
  context: string;
  function: 'request' | 'response';
}

let cleanups: (() => void)[] = [];
afterEach(() => {
  for (const cleanup of cleanups) cleanup();
  cleanups = [];
});

function writeCases(cases: object[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'cases-'));
  cleanups.push(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, 'some.json'), JSON.stringify({ about: 'a test', cases }));
  return folder;
}

/** A server that speaks EvaluateCode's protocol; `answer` may change the local runtime's result. */
async function startService(answer: (sent: Sent) => { status?: number; body: object }) {
  const requests: { headers: IncomingMessage['headers']; url: string; sent: Sent }[] = [];
  const server = createServer(async (incoming, outgoing) => {
    let text = '';
    for await (const chunk of incoming) text += chunk;
    const sent = JSON.parse(text) as Sent;
    requests.push({ headers: incoming.headers, url: `${incoming.method} ${incoming.url}`, sent });
    const { status = 200, body } = answer(sent);
    if (status !== 200) outgoing.setHeader('x-amzn-errortype', FAULTS[status] ?? '');
    outgoing.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  cleanups.push(() => server.close());
  const { port } = server.address() as AddressInfo;
  return { requests, url: `http://127.0.0.1:${port}` };
}

function asHere({ code, context, function: handler }: Sent) {
  const { result, error, stash } = evaluateCode(code, handler, JSON.parse(context));
  const body =
    error === undefined
      ? { evaluationResult: JSON.stringify(result), stash: JSON.stringify(stash), logs: [] }
      : { error: { message: `code.js:4:10: ${error}` } };
  return { body };
}

/** Runs the command as a person would, with only the given credentials. */
function run(args: string[], env: Record<string, string> = {}) {
  const { AWS_PROFILE, AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, ...rest } = process.env;
  const own = {
    ...rest,
    AWS_CONFIG_FILE: '/dev/null',
    AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_REGION: 'ap-northeast-1',
    ...env,
  };
  return new Promise<{ code: number; out: string }>((done) => {
    const words = [SHINKAN, 'evaluate-code', ...args];
    execFile(process.execPath, words, { env: own }, (fault, stdout, stderr) => {
      done({ code: Number(fault?.code ?? 0), out: stdout + stderr });
    });
  });
}

const FAULTS: Record<number, string> = {
  400: 'BadRequestException',
  403: 'AccessDeniedException',
};
const KEYS = { AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE', AWS_SECRET_ACCESS_KEY: 'secret-of-the-test' };
const CASES = [
  {
    name: 'a value',
    returns: 'ctx.args.a + 1',
    context: { arguments: { a: 1 } },
    expected: { result: 2 },
  },
  {
    name: 'a fault',
    returns: 'rds.select()',
    expected: { error: 'An argument is expected to be passed to select' },
  },
  { name: 'a thrown error', does: "util.error('no');", expected: { error: 'no' } },
];

describe('evaluate-code', () => {
  test('evaluate-code without --send runs only locally, and says what would be sent and what it needs', async () => {
    const { code, out } = await run(['--cases', writeCases(CASES)]);
    expect(out).toContain('3 cases ran here, 0 differences from what is expected.');
    expect(out).toContain('Nothing was sent. With --send, 3 cases');
    expect(out).toContain('appsync:EvaluateCode');
    expect(code).toBe(0);
  });

  test('evaluate-code sends code, context and handler, signed, and finds no difference', async () => {
    const service = await startService(asHere);
    const env = { ...KEYS, AWS_ENDPOINT_URL_APPSYNC: service.url };
    const { code, out } = await run(['--send', '--cases', writeCases(CASES)], env);
    expect(out).toContain('in ap-northeast-1 as AKIDEXAMPLE');
    expect(out).toContain('3 cases ran on AWS, 0 differences from here.');
    expect(out).not.toContain(KEYS.AWS_SECRET_ACCESS_KEY);
    expect(code).toBe(0);
    const [first] = service.requests;
    expect(first?.url).toBe('POST /v1/dataplane-evaluatecode');
    expect(first?.headers.authorization).toContain('AKIDEXAMPLE');
    expect(first?.sent).toMatchObject({
      runtime: { name: 'APPSYNC_JS', runtimeVersion: '1.0.0' },
      function: 'request',
      context: '{"arguments":{"a":1}}',
    });
    expect(first?.sent.code).toContain('return ctx.args.a + 1;');
  });

  test('evaluate-code prints answers of AWS that differ', async () => {
    const service = await startService((sent) =>
      sent.code.includes('ctx.args.a') ? { body: { evaluationResult: '3' } } : asHere(sent),
    );
    const env = { ...KEYS, AWS_ENDPOINT_URL_APPSYNC: service.url };
    const { code, out } = await run(['--send', '--cases', writeCases(CASES)], env);
    expect(out).toContain('some: a value on AWS: result: expected 2, got 3');
    expect(out).toContain('3 cases ran on AWS, 1 differences from here.');
    expect(code).toBe(1);
  });

  test('evaluate-code counts code that both reject as no difference, in either form', async () => {
    const refused = { name: 'throw', does: 'throw ctx;', expected: { refused: 'throw' } };
    const folder = writeCases([refused]);
    for (const answer of [
      { status: 400, body: { message: 'The code contains one or more errors.' } },
      { body: { error: { message: 'x', codeErrors: [{ errorType: 'E', value: 'throw' }] } } },
    ]) {
      const service = await startService(() => answer);
      const env = { ...KEYS, AWS_ENDPOINT_URL_APPSYNC: service.url };
      const { code, out } = await run(['--send', '--cases', folder], env);
      expect(out).toContain('1 cases ran on AWS, 0 differences from here.');
      expect(code).toBe(0);
    }
  });

  test('evaluate-code without credentials sends nothing and says what is needed', async () => {
    const service = await startService(asHere);
    const env = { AWS_ENDPOINT_URL_APPSYNC: service.url };
    const { code, out } = await run(['--send', '--cases', writeCases(CASES)], env);
    expect(out).toContain('Nothing was sent: ');
    expect(out).toContain('AWS_ACCESS_KEY_ID');
    expect(service.requests).toEqual([]);
    expect(code).toBe(1);
  });

  test("evaluate-code without permission to call EvaluateCode ends with the service's own message", async () => {
    const service = await startService(() => ({ status: 403, body: { message: 'not yours' } }));
    const env = { ...KEYS, AWS_ENDPOINT_URL_APPSYNC: service.url };
    const { code, out } = await run(['--send', '--cases', writeCases(CASES)], env);
    expect(out).toContain('AppSync did not run "some: a value": AccessDeniedException: not yours');
    expect(code).toBe(1);
  });

  test('evaluate-code names a case that fails locally', async () => {
    const wrong = { name: 'wrong', returns: '1', expected: { result: 2 } };
    const { code, out } = await run(['--cases', writeCases([wrong])]);
    expect(out).toContain('some: wrong here: result: expected 2, got 1');
    expect(code).toBe(1);
  });
});
