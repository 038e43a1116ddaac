import { open, readFile, rename } from "node:fs/promises";

export type Tokens = { accessToken: string; refreshToken: string };
type List = "appointments" | "orders";
type Content = {
  tokens?: Tokens;
  /** The page that each list is to be read from next. */
  nextPage: Record<List, number>;
  appointments: Record<string, unknown>;
  orders: Record<string, unknown>;
};

/** The mirror and all that a restart needs, in one file that is replaced whole: a reader never sees half of it. */
export class Mirror {
  private constructor(
    private readonly file: string,
    private readonly content: Content,
  ) {}

  static async open(file: string): Promise<Mirror> {
    const empty: Content = { nextPage: { appointments: 1, orders: 1 }, appointments: {}, orders: {} };
    const text = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT") return "{}";
      throw error;
    });
    return new Mirror(file, { ...empty, ...(JSON.parse(text) as Partial<Content>) });
  }

  get tokens(): Tokens | undefined {
    return this.content.tokens;
  }

  /** A refresh token is good once, so the new pair is kept before it is used. */
  async keepTokens(tokens: Tokens): Promise<void> {
    this.content.tokens = tokens;
    await this.write();
  }

  nextPage = (list: List): number => this.content.nextPage[list];

  /** By id: what is read again replaces what was there. */
  async keep(list: List, rows: { id: string }[], nextPage: number): Promise<void> {
    for (const row of rows) this.content[list][row.id] = row;
    this.content.nextPage[list] = nextPage;
    await this.write();
  }

  counts = () => ({
    appointments: Object.keys(this.content.appointments).length,
    orders: Object.keys(this.content.orders).length,
  });

  private async write(): Promise<void> {
    const unfinished = `${this.file}.new`;
    const handle = await open(unfinished, "w", 0o600);
    await handle.writeFile(`${JSON.stringify(this.content, null, 2)}\n`);
    await handle.sync();
    await handle.close();
    await rename(unfinished, this.file);
  }
}
