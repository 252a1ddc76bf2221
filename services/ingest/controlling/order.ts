import { z } from 'zod';

const run = { runId: z.string().min(1) };
/** The id of the requesting member. */
const operator = { by: z.string().min(1) };

const order = z.discriminatedUnion('order', [
  z.object({
    order: z.literal('START'),
    profile: z.string().min(1),
    key: z.string().min(1),
    /** Empty: the profile's own. */
    encoding: z.string(),
    dryRun: z.boolean(),
    ...operator,
  }),
  z.object({ order: z.literal(['APPROVE', 'DISCARD']), ...operator, ...run }),
  z.object({ order: z.literal('FIND_DECISION'), ...run }),
  z.object({ order: z.literal('UPLOAD'), fileName: z.string().min(1), ...operator }),
]);

type Order = z.infer<typeof order>;
export type StartOrder = Extract<Order, { order: 'START' }>;
export type DecisionOrder = Extract<Order, { order: 'APPROVE' | 'DISCARD' }>;

/** Parses a resolver's request. Throws an error that says what is wrong with it. */
export function readOrder(event: unknown): Order {
  return order.parse(event);
}
