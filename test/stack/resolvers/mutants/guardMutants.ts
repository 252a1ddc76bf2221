/** A resolver's code in which one place no longer checks for an operator. */
export interface GuardMutant {
  /** `Query.ingestRuns.js: refuseOthers, 1st of 2` */
  name: string;
  /** The key of the changed asset. */
  key: string;
  code: string;
}

/** The replacement of each guard call: what it returns to those whom it lets through. */
const GUARDS: { [guard: string]: string } = {
  refuseOthers: 'void 0',
  operatorId: '"anybody"',
  sourceRun: 'ctx.source',
};

/** One mutant for each guard call in the bundled code of the resolvers, by asset key. */
export function guardMutants(codes: Map<string, string>): GuardMutant[] {
  return [...codes].flatMap(([key, code]) => {
    const calls = [...code.matchAll(/(?<!function )\b(refuseOthers|operatorId|sourceRun)\(ctx\)/g)];
    const file = /^\/\/ resolvers\/(?!lib\/)(.*)\.ts$/m.exec(code)?.[1] ?? key;
    return calls.map((call, at) => ({
      name: `${file}: ${call[1]}, ${at + 1} of ${calls.length}`,
      key,
      code: `${code.slice(0, call.index)}${GUARDS[call[1] ?? '']}${code.slice(call.index + call[0].length)}`,
    }));
  });
}
