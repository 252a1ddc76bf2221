import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test, vi } from 'vitest';
import { openShop } from '../../../../services/release/openShop.ts';

afterEach(() => vi.unstubAllEnvs());

test('openShop gives up on a silent shop after two attempts', async () => {
  let requests = 0;
  const silent = createServer(() => {
    requests += 1;
  });
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
  const { port } = silent.address() as AddressInfo;
  vi.stubEnv('AWS_ENDPOINT_URL', `http://127.0.0.1:${port}`);
  vi.stubEnv('AWS_REGION', 'ap-northeast-1');
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'test');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'test');
  try {
    const shop = openShop({ clusterArn: 'arn:a', secretArn: 'arn:b', database: 'shop' }, 200);
    await expect(shop.query('select 1')).rejects.toMatchObject({ name: 'TimeoutError' });
    expect(requests).toBe(2);
  } finally {
    silent.closeAllConnections();
    silent.close();
  }
});
