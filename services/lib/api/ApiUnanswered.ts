/** The API did not answer, or with something else than a result. */
export class ApiUnanswered extends Error {
  constructor(seen: string, options?: ErrorOptions) {
    super(seen, options);
    this.name = 'ApiUnanswered';
  }
}
