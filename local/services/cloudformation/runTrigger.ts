import { NotEmulated, nameOf, refuseUnknownProperties } from '../../lib/refuse.ts';
import type { Json, Resource } from '../../lib/resource.ts';

/**
 * `Custom::Trigger`: runs its function once; if the function fails, the deployment and thus the
 * start fail.
 */
export async function runTrigger(
  resource: Resource,
  invoke: (functionArn: string, payload: Json) => Promise<Json>,
): Promise<void> {
  refuseUnknownProperties(
    resource,
    ['HandlerArn', 'InvocationType'],
    ['ServiceToken', 'Timeout', 'ExecuteOnHandlerChange'],
  );
  const { HandlerArn, InvocationType } = resource.properties;
  if (InvocationType !== 'RequestResponse') {
    throw new NotEmulated(`${nameOf(resource)}: InvocationType ${InvocationType} is not emulated`);
  }
  try {
    await invoke(String(HandlerArn), {});
  } catch (error) {
    const { name, message } = error instanceof Error ? error : new Error(String(error));
    throw new Error(`${nameOf(resource)} failed: ${name}: ${message}`, { cause: error });
  }
}
