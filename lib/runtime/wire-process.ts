import * as embedded from "@/lib/engine";
import * as server from "@/lib/inngest";
import { setTriggerPort } from "@/lib/platform/trigger";

/** Joins the modules of this process: what sends triggers gets the engine that its settings ask for. */
export function wireProcess(): void {
  setTriggerPort(server.configuredEngine === "embedded" ? embedded.sendTriggers : server.sendTriggers);
}
