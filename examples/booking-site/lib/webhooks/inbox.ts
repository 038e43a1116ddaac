import { appendFile, mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";

const Arrived = z.object({
  kind: z.literal("arrived"),
  /** webhook-id: by it a repeat is known. */
  id: z.string(),
  arrivedAt: z.iso.datetime(),
  isTest: z.boolean(),
  plainAgrees: z.boolean(),
  rawBody: z.string(),
});
const Processed = z.object({ kind: z.literal("processed"), id: z.string(), at: z.iso.datetime() });
const Repeated = z.object({ kind: z.literal("repeated"), id: z.string(), at: z.iso.datetime() });
const Line = z.discriminatedUnion("kind", [Arrived, Processed, Repeated]);
type Line = z.infer<typeof Line>;

export type Letter = Omit<z.infer<typeof Arrived>, "kind"> & { processedAt?: string; repeats: number };

/**
 * What arrived, one line each in a file that only grows. It remembers every webhook-id, so that a repeat is processed once.
 * For one process: a site that runs in several keeps this in a database, with the id as its key.
 */
export class Inbox {
  readonly #file: string;
  readonly #folder: string;
  #letters: Promise<Map<string, Letter>> | undefined;
  #writing: Promise<unknown> = Promise.resolve();
  #processing: Promise<unknown> = Promise.resolve();

  constructor(folder: string) {
    this.#folder = folder;
    this.#file = join(folder, "webhooks.ndjson");
  }

  /** Keeps a letter before anybody is told that it arrived. False for one that is here already. */
  async take(letter: Omit<Letter, "processedAt" | "repeats">): Promise<boolean> {
    const letters = await this.#read();
    const known = letters.get(letter.id);
    if (known) {
      known.repeats++;
      await this.#write({ kind: "repeated", id: letter.id, at: letter.arrivedAt });
      return false;
    }
    // Before the wait, so that the same id a moment later is a repeat.
    letters.set(letter.id, { ...letter, repeats: 0 });
    try {
      await this.#write({ kind: "arrived", ...letter });
    } catch (error) {
      letters.delete(letter.id);
      throw error;
    }
    return true;
  }

  /**
   * Hands over what is not processed yet, also what a crash left behind: one letter at a time and each once, however many
   * ask. Only a crash after `work` and before its mark can bring a letter a second time.
   */
  process(work: (letter: Letter) => Promise<void>): Promise<void> {
    const processed = this.#processing.then(async () => {
      const failures: unknown[] = [];
      for (const letter of (await this.#read()).values()) {
        if (letter.processedAt) continue;
        try {
          await work(letter);
        } catch (error) {
          // It stays open and is tried again with the next one; the others do not wait for it.
          failures.push(error);
          continue;
        }
        letter.processedAt = new Date().toISOString();
        await this.#write({ kind: "processed", id: letter.id, at: letter.processedAt });
      }
      if (failures.length > 0)
        throw new AggregateError(failures, `${failures.length} webhooks were not processed.`);
    });
    this.#processing = processed.catch(() => {});
    return processed;
  }

  async newest(count: number): Promise<Letter[]> {
    return [...(await this.#read()).values()].toReversed().slice(0, count);
  }

  #read(): Promise<Map<string, Letter>> {
    return (this.#letters ??= this.#load());
  }

  async #load(): Promise<Map<string, Letter>> {
    const letters = new Map<string, Letter>();
    const text = await readFile(this.#file, "utf8").catch(() => "");
    for (const line of text.split("\n").flatMap(parseLine)) {
      const letter = letters.get(line.id);
      if (line.kind === "arrived") letters.set(line.id, { ...line, repeats: 0 });
      else if (letter && line.kind === "processed") letter.processedAt = line.at;
      else if (letter) letter.repeats++;
    }
    return letters;
  }

  /** One after the other, so that no two lines mix; each begins anew, so that one that a crash cut off spoils no other. */
  #write(line: Line): Promise<void> {
    const written = this.#writing.then(async () => {
      await mkdir(this.#folder, { recursive: true });
      await appendFile(this.#file, `\n${JSON.stringify(line)}\n`, { flush: true });
    });
    this.#writing = written.catch(() => {});
    return written;
  }
}

/** A line that a crash cut off is left out; it was never acknowledged. */
function parseLine(text: string): Line[] {
  try {
    return [Line.parse(JSON.parse(text))];
  } catch {
    return [];
  }
}
