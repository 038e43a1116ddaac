/** More would only wait for each other, and keep connections from fan-out and records. */
const asksMax = 4;

const next: (() => void)[] = [];
let asking = 0;

/** Has only so many drains of this process ask the database at once; meanwhile more gathers for each of the others. */
export async function askInTurn<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  if (asking < asksMax) asking++;
  else await new Promise<void>((resolve) => next.push(resolve));
  try {
    return await ask();
  } finally {
    const goOn = next.shift();
    if (goOn) goOn();
    else asking--;
  }
}
