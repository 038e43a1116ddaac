/** Something the person at the terminal can act on: its message is one sentence, shown without a stack. */
export class Failure extends Error {}

const reasons = {
  ENOSPC: "The disk is full",
  EDQUOT: "The disk quota is used up",
  EACCES: "This user may not write there",
  EROFS: "The disk cannot be written",
};

/** Runs a command of ours; a Failure is printed as it is, a bug with its stack. Either ends with exit code 1. */
export async function runCommand(main) {
  try {
    await main();
  } catch (error) {
    const reason = reasons[error.code];
    if (error instanceof Failure) console.error(`\n${error.message}`);
    else if (reason) console.error(`\n${reason}: ${error.dest ?? error.path ?? error.message}.`);
    else console.error(error);
    process.exitCode = 1;
  }
}
