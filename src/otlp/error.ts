/**
 * Telemetry that cannot be read. `message` is one sentence that begins with the place, for example
 * `resourceSpans[0].scopeSpans[0].spans[3].traceId: must be 32 hexadecimal digits, but is "abc"`.
 */
export class OtlpError extends Error {
  /** Where in the data, as a path of field names and indices; empty when the whole body is meant. */
  readonly place: string;
  /** What is wrong there, without the place. */
  readonly problem: string;

  constructor(place: string, problem: string) {
    super(place === '' ? problem : `${place}: ${problem}`);
    this.name = 'OtlpError';
    this.place = place;
    this.problem = problem;
  }
}

/**
 * The same error seen from one level further out, so that a place is put together only when something is wrong.
 * What is not an `OtlpError` is a fault of the program and is thrown as it is.
 */
export function inside(outer: string, error: unknown): OtlpError {
  if (!(error instanceof OtlpError)) throw error;
  const joint = outer === '' || error.place === '' || error.place.startsWith('[') ? '' : '.';
  return new OtlpError(`${outer}${joint}${error.place}`, error.problem);
}
