import { type EventEmitter, once } from 'node:events';
import { expect, test } from 'vitest';
import { Receiver } from 'ws';
import { dataHead, dataPayload, frameData } from '../../../../local/services/appsync/dataFrame.ts';

/** What a WebSocket library reads out of the frame. */
async function read(id: string, answer: object): Promise<unknown> {
  const receiver = new Receiver() as Receiver & EventEmitter;
  const message = once(receiver, 'message');
  for (const part of frameData(dataHead(id), dataPayload(answer))) receiver.write(part);
  const [data, isBinary] = (await message) as [Buffer, boolean];
  expect(isBinary).toBe(false);
  return JSON.parse(data.toString());
}

const bare = dataHead('1').length + dataPayload({ data: '' }).length;

// The lengths where the frame tells its length in another way, and where it is written in two parts.
test.each([60, 125, 126, 127, 16_384, 16_500, 65_535, 65_536, 245_760])(
  'a message of %i bytes arrives whole',
  async (length) => {
    const answer = { data: 'x'.repeat(length - bare) };
    expect(await read('1', answer)).toEqual({ id: '1', type: 'data', payload: answer });
  },
);

test.each(['"', 'a\\b', '新刊', '\n', ''])('the id %j comes back as it was', async (id) => {
  const answer = { data: { title: '雪国の灯' } };
  expect(await read(id, answer)).toEqual({ id, type: 'data', payload: answer });
});

test('a large payload is shared by all who hear it', () => {
  const payload = dataPayload({ data: 'x'.repeat(100_000) });
  expect(frameData(dataHead('1'), payload)[1]).toBe(payload);
});
