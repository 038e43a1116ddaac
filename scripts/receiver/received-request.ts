import type { ServerResponse } from "node:http";
import type { Verdict } from "./verify-request";

export type ReceivedRequest = {
  method: string;
  /** Path and query. */
  path: string;
  headers: Record<string, string>;
  rawBody: Buffer;
  receivedAt: Date;
  /** How many requests with its webhook-id came to its path before it. */
  repeats: number;
  verdict: Verdict;
};

export type Reply = (request: ReceivedRequest, response: ServerResponse) => void;
