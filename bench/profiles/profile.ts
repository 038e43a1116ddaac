import type { Ground } from "../ground/bench-ground";

/** One line of the report: names and figures. */
export type Row = Record<string, string | number | boolean | object | null>;

export type Profile = {
  name: string;
  /** What it does, in one sentence. */
  about: string;
  run: (ground: Ground) => Promise<Row[]>;
};
