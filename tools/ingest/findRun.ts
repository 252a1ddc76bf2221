import {
  type IngestOperation,
  type IngestRunInFull,
  operateIngest,
} from '../../client/src/operateIngest.ts';
import { EXIT } from '../cli/exitCodes.ts';
import { StopWithMessage } from '../cli/stopWithMessage.ts';
import { askAsAdministrator } from '../stack/askAsAdministrator.ts';
import type { Stack } from '../stack/stack.ts';

/** What operators do with ingest runs, on a running stack. */
export function openIngest(stack: Stack): IngestOperation {
  return operateIngest(askAsAdministrator(stack));
}

/** The run of this id. Stops if there is none. */
export async function findRun(ingest: IngestOperation, id: string): Promise<IngestRunInFull> {
  const run = await ingest.run(id);
  if (run !== null) return run;
  throw new StopWithMessage(
    `実行「${id}」はありません。一覧: npx shinkan ingest runs / There is no run ${id}.`,
    EXIT.refused,
  );
}
