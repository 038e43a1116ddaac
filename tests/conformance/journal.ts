import { setTimeout as sleep } from "node:timers/promises";
import { db } from "@/lib/platform/db";

/** What functions did, in the database: it outlives the process that did it. */
export type Note = { run: string; what: string; pid: number; at: Date };

export async function createJournal(): Promise<void> {
  await db().$executeRaw`
    CREATE TABLE IF NOT EXISTS journal (
      position bigserial, run text NOT NULL, what text NOT NULL, pid int NOT NULL,
      at timestamptz NOT NULL DEFAULT clock_timestamp())`;
}

/** Writes a note and returns how often that has been noted, this time included. */
export async function note(run: string, what: string): Promise<number> {
  await db().$executeRaw`INSERT INTO journal (run, what, pid) VALUES (${run}, ${what}, ${process.pid})`;
  return (await notesOf(run)).filter((noted) => noted.what === what).length;
}

export const notesOf = (run: string): Promise<Note[]> =>
  db().$queryRaw<Note[]>`SELECT run, what, pid, at FROM journal WHERE run = ${run} ORDER BY position`;

/** Waits until the run's notes satisfy `enough`, and returns them. */
export async function noted(
  run: string,
  enough: (notes: string[]) => boolean,
  withinMs = 60_000,
): Promise<Note[]> {
  for (const deadline = Date.now() + withinMs; Date.now() < deadline; await sleep(50)) {
    const notes = await notesOf(run);
    if (enough(notes.map(({ what }) => what))) return notes;
  }
  throw new Error(`Not noted in time: ${JSON.stringify(await notesOf(run))}`);
}
