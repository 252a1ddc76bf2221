/** The API did not answer, or its answer was not a result. */
export class ApiUnanswered extends Error {
  constructor(seen: string, options?: ErrorOptions) {
    super(seen, options);
    this.name = 'ApiUnanswered';
  }
}
