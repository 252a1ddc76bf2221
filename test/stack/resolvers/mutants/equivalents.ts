/** Mutants that change nothing, each with its reason. Any other that survives is a hole. */
export const equivalents = {
  ofSchema: [] as string[],
  ofBareFields: (_mode: string): string[] => [],
  ofGuards: [] as string[],
  ofPolicies: (_who: string): string[] => [],
};
