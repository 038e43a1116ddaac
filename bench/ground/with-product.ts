import { closeDb } from "@/lib/platform/db";
import type { Ground } from "./bench-ground";
import { startWeb, startWorker } from "./product";

export type Engine = "worker" | "web";
export type Product = { name: string; pid: number };

/** Runs `work` beside a fresh process of the product, and ends it. Our own connections are closed meanwhile. */
export async function withProduct<T>(
  ground: Ground,
  engine: Engine,
  work: (product: Product) => Promise<T>,
): Promise<T> {
  await closeDb();
  const start = engine === "web" ? startWeb : startWorker;
  const child = await start(ground.launcher, ground.env);
  try {
    return await work({ name: engine, pid: child.pid! });
  } finally {
    await ground.launcher.end(child);
  }
}
