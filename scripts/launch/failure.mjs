/** Something the person at the terminal can act on: its message is one sentence, shown without a stack. */
export class Failure extends Error {}

/** Runs a command of ours; a Failure is printed as it is, a bug with its stack. Either ends with exit code 1. */
export async function runCommand(main) {
  try {
    await main();
  } catch (error) {
    console.error(error instanceof Failure ? `\n${error.message}` : error);
    process.exitCode = 1;
  }
}
