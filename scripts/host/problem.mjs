/** A problem the reader can do something about: printed as a sentence, without a stack trace. */
export class Problem extends Error {
  /**
   * @param {string} message
   * @param {number} [exitCode] 1: it failed; 2: wrong usage.
   */
  constructor(message, exitCode = 1) {
    super(message);
    this.name = 'Problem';
    this.exitCode = exitCode;
  }
}

/**
 * Runs a script's main function; a {@link Problem} is printed plainly, anything else with its stack.
 * @param {() => Promise<number>} main resolves with the exit code.
 */
export async function runMain(main) {
  try {
    process.exit(await main());
  } catch (error) {
    if (error instanceof Problem) {
      console.error(error.message);
      process.exit(error.exitCode);
    }
    console.error(error);
    process.exit(1);
  }
}
