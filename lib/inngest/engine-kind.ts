import type { Env } from "@/lib/platform/env";
import { log } from "@/lib/platform/log";

export type EngineKind = "embedded" | "inngest";
type InngestSettings = Pick<Env, "NODE_ENV" | "INNGEST_DEV" | "INNGEST_EVENT_KEY" | "INNGEST_SIGNING_KEY">;

/**
 * Which engine runs the functions: an Inngest server when INNGEST_DEV or INNGEST_EVENT_KEY is set, else the embedded one.
 * Throws where the settings would leave /api/inngest open to anybody.
 */
export function engineKind(settings: InngestSettings): EngineKind {
  const dev = devServer(settings.INNGEST_DEV);
  if (dev) {
    if (settings.NODE_ENV === "production") requireLoopback(dev);
    return "inngest";
  }
  if (!settings.INNGEST_EVENT_KEY) return "embedded";
  if (!settings.INNGEST_SIGNING_KEY)
    throw new Error("INNGEST_EVENT_KEY is set without INNGEST_SIGNING_KEY: calls could not be verified.");
  return "inngest";
}

/** The development server's address; undefined when INNGEST_DEV asks for none. */
function devServer(setting: string | undefined): URL | undefined {
  if (!setting || /^(0|false)$/i.test(setting)) return undefined;
  if (/^(1|true)$/i.test(setting)) return new URL("http://localhost:8288");
  return new URL(setting);
}

/** Calls of a development server carry no signature: only this machine may make them in production. */
function requireLoopback(dev: URL): void {
  if (!/^(localhost|127(\.\d+){3}|\[::1\])$/.test(dev.hostname))
    throw new Error(
      "INNGEST_DEV names another machine, and its calls are not signed: use INNGEST_EVENT_KEY.",
    );
  log.warn("INNGEST_DEV is set in production: calls of the Inngest server on this machine are not signed.");
}
