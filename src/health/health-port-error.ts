/** The port of the pages cannot be used. The message says why, and one next step. */
export class HealthPortError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'HealthPortError';
  }
}
