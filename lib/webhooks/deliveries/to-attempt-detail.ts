import type { Prisma } from "@/lib/platform/db";
import type { AttemptDetail, AttemptTimings, FailureKind } from "./shapes";
import { derivedHeaders } from "../signing/derived-headers";

type AttemptRow = Prisma.AttemptGetPayload<object>;
type Sent = { id: string; eventId: string; eventType: string; isTest: boolean };

export const toAttemptDetail = (
  row: AttemptRow,
  { id, eventId, eventType, isTest }: Sent,
): AttemptDetail => ({
  id: row.id,
  number: row.number,
  outcome: row.outcome as AttemptDetail["outcome"],
  failure: row.failure as FailureKind | null,
  failureDetail: row.failureDetail,
  startedAt: row.startedAt.toISOString(),
  durationMs: row.durationMs,
  url: row.url,
  requestHeaders: {
    ...derivedHeaders({ eventId, eventType, deliveryId: id, attemptNumber: row.number, isTest }),
    ...(row.requestHeaders as Record<string, string>),
  },
  statusCode: row.statusCode,
  responseHeaders: row.responseHeaders as Record<string, string>,
  responseBody: row.responseBody,
  responseTruncated: row.responseTruncated,
  remoteAddress: row.remoteAddress,
  timings: row.timings as AttemptTimings,
});
