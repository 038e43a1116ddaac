import type { Dispatcher } from "undici";
import type { AttemptTimings, FailureKind } from "../deliveries/shapes";
import { judgeRedirect } from "./judge-redirect";
import { SendFailure, toSendFailure, type Phase } from "./send-failure";

/** What came of one request. */
export type SendResult = {
  /** `interrupted`: a fault of ours, or called off; it says nothing about the endpoint. */
  outcome: "delivered" | "failed" | "interrupted";
  failure: FailureKind | null;
  failureDetail: string | null;
  startedAt: Date;
  durationMs: number;
  statusCode: number | null;
  responseHeaders: Record<string, string>;
  /** The first 16 KiB as UTF-8, what is not replaced; null when no answer came. */
  responseBody: string | null;
  responseTruncated: boolean;
  remoteAddress: string | null;
  timings: AttemptTimings;
};

const bodyMaxBytes = 16 * 1024;

/** One request on its way: its clock, undici's handler, and the one place where its result is decided. */
export class Exchange implements Dispatcher.DispatchHandler {
  readonly result: Promise<SendResult>;
  remoteAddress: string | null = null;
  /** The answer was read to its end: the connection may carry the next request. */
  isComplete = false;
  isOver = false;

  private readonly startedAt = new Date();
  private readonly startedMs = performance.now();
  private lapMs = this.startedMs;
  private phase: Phase | undefined;
  private readonly timings: AttemptTimings = {};
  private resolve!: (result: SendResult) => void;
  private controller: Dispatcher.DispatchController | undefined;
  private statusCode: number | null = null;
  private responseHeaders: Record<string, string> = {};
  private readonly chunks: Buffer[] = [];
  private receivedBytes = 0;

  /** `writeBefore`, by performance.now(): nothing is written from then on. `url`: what a redirect is relative to. */
  constructor(
    private readonly writeBefore = Infinity,
    private readonly url?: URL,
  ) {
    this.result = new Promise((resolve) => (this.resolve = resolve));
  }

  /** A kept connection was closed under us before a byte came back, as servers do when they tidy up or restart. */
  get wasStale(): boolean {
    return this.phase === "firstByte" && !("connect" in this.timings) && this.statusCode === null;
  }

  /** The phase before ends at the same instant, so that the phases add up to the whole. */
  enter(phase: Phase): void {
    const now = performance.now();
    if (this.phase) {
      this.timings[this.phase] = milliseconds(now - this.lapMs);
      this.lapMs = now;
    }
    this.phase = phase;
  }

  expire(): void {
    this.fail(
      new SendFailure(timeoutKinds[this.phase ?? "connect"], "no end within the time for an attempt"),
    );
  }

  callOff(reason: string): void {
    this.fail(new SendFailure("ours", reason));
  }

  fail({ kind, detail }: SendFailure): void {
    if (kind === "ours") this.end("interrupted", null, detail);
    else this.end("failed", kind, detail);
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.controller = controller;
    if (performance.now() >= this.writeBefore) this.callOff("its claim was about to end");
    if (this.isOver) controller.abort(new Error("over"));
    else this.enter("firstByte");
  }

  onResponseStart(
    _controller: Dispatcher.DispatchController,
    statusCode: number,
    headers: Record<string, string | string[] | undefined>,
  ): void {
    if (statusCode < 200) return;
    this.enter("body");
    this.statusCode = statusCode;
    for (const [name, value] of Object.entries(headers)) {
      if (value !== undefined) this.responseHeaders[name] = Array.isArray(value) ? value.join(", ") : value;
    }
  }

  onResponseData(_controller: Dispatcher.DispatchController, chunk: Buffer): void {
    this.chunks.push(chunk);
    this.receivedBytes += chunk.length;
    if (this.receivedBytes > bodyMaxBytes) this.finish();
  }

  onResponseEnd(): void {
    this.isComplete = !this.isOver;
    this.finish();
  }

  onResponseError(_controller: Dispatcher.DispatchController, error: Error): void {
    this.fail(toSendFailure(error, this.phase ?? "connect"));
  }

  private finish(): void {
    const { statusCode } = this;
    if (statusCode === null) return this.fail(new SendFailure("bad-response", "an end without a status"));
    if (statusCode < 300) return this.end("delivered", null, null);
    if (statusCode >= 400) return this.end("failed", "http-status", null);
    const { kind, detail } = judgeRedirect(this.responseHeaders["location"], this.url);
    this.end("failed", kind, detail);
  }

  private end(outcome: SendResult["outcome"], failure: FailureKind | null, detail: string | null): void {
    if (this.isOver) return;
    this.isOver = true;
    const now = performance.now();
    if (this.phase) this.timings[this.phase] = milliseconds(now - this.lapMs);
    this.resolve({
      outcome,
      failure,
      failureDetail: detail,
      startedAt: this.startedAt,
      durationMs: Math.round(now - this.startedMs),
      statusCode: this.statusCode,
      responseHeaders: this.responseHeaders,
      responseBody: this.statusCode === null ? null : this.readBody(),
      responseTruncated: this.receivedBytes > bodyMaxBytes,
      remoteAddress: this.remoteAddress,
      timings: this.timings,
    });
    if (!this.isComplete) this.controller?.abort(new Error("over"));
  }

  private readBody(): string {
    const kept = Buffer.concat(this.chunks).subarray(0, bodyMaxBytes);
    // A character cut in two by the limit is left out; the byte order mark is the receiver's own.
    const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
    return decoder.decode(kept, { stream: this.receivedBytes > bodyMaxBytes });
  }
}

const timeoutKinds = {
  dns: "dns",
  connect: "connect-timeout",
  tls: "connect-timeout",
  firstByte: "first-byte-timeout",
  body: "body-timeout",
} as const satisfies Record<Phase, FailureKind>;

const milliseconds = (exact: number) => Math.round(exact * 10) / 10;
