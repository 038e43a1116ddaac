import type { Pool } from "pg";
import type { Execution } from "./execution";
import type { Sdk } from "./protocol/call-sdk";
import type { EngineFunction } from "./protocol/read-functions";
import type { EngineSettings } from "./settings";

/** What the parts of one engine share. */
export type EngineContext = {
  sdk: Sdk;
  pool: Pool;
  settings: EngineSettings;
  /** By trigger. */
  functions: Map<string, EngineFunction>;
  /** Executions under way in this process, by token. */
  executions: Map<string, Execution>;
  stopping: boolean;
};
