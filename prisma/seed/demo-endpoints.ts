import type { EventType } from "@/lib/events";
import type { FailureKind } from "@/lib/webhooks/contract";
import type { WrittenEvent } from "./write-events";
import type { Random } from "./random";

export type PlannedAttempt = { at: Date; statusCode: number; durationMs: number };
export type PlannedDelivery = {
  status: "delivered" | "failed" | "exhausted" | "held";
  attempts: PlannedAttempt[];
  dueAt?: Date;
  settledAt?: Date;
};
export type DemoEndpoint = {
  name: string;
  url: string;
  eventTypes: EventType[];
  disabledAt?: Date;
  /** Undefined: the endpoint did not exist then. */
  plan: (event: WrittenEvent, random: Random) => PlannedDelivery | undefined;
};
export const demoFailure: FailureKind = "http-status";

const receiver = "http://127.0.0.1:4010";
const hourMs = 3_600_000;
const firstByteMs = 70;
/** The waits before attempts 2 to 10. */
const ladderSeconds = [5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400];

const appointments: EventType[] = [
  "appointment.created",
  "appointment.rescheduled",
  "appointment.canceled",
  "appointment.completed",
];

/** What Odile's endpoints have been through: four do well, one fails since last night, one is gone. */
export function odileEndpoints(
  now: Date,
  siteWebhookUrl = `${receiver}/200?of=booking-site`,
): DemoEndpoint[] {
  const ago = (hours: number) => new Date(now.getTime() - hours * hourMs);
  const failingSince = ago(19);
  const goneAt = ago(27);
  /** A ladder that began then has come to its end. */
  const longAgo = ago(80);
  return [
    { name: "Booking site", url: siteWebhookUrl, eventTypes: [], plan: quick(35, 120) },
    {
      name: "Team display",
      url: `${receiver}/200?of=team-display`,
      eventTypes: appointments,
      plan: quick(20, 70),
    },
    {
      name: "Reminders",
      url: `${receiver}/slow?ms=2200`,
      eventTypes: ["appointment.created", "appointment.rescheduled", "appointment.canceled"],
      plan: (event, random) =>
        random.chance(0.04) ? recovered(event, 503, random) : delivered(event, random.int(1_900, 2_700)),
    },
    {
      name: "Client app",
      url: `${receiver}/500`,
      eventTypes: appointments,
      plan: (event, random) => {
        const isRefused = event.at < longAgo && random.chance(0.06);
        if (isRefused) return failing(event, now, 422);
        return event.at < failingSince ? fine(event, random) : failing(event, now, 500);
      },
    },
    {
      name: "Accounting",
      url: `${receiver}/410`,
      eventTypes: ["order.paid", "order.refunded"],
      disabledAt: goneAt,
      plan: heldAfter(goneAt),
    },
    {
      name: "Loyalty",
      url: `${receiver}/200?of=loyalty`,
      eventTypes: ["order.refunded"],
      plan: () => undefined,
    },
  ];
}

export const noordEndpoints = (): DemoEndpoint[] => [
  { name: "Kassa", url: `${receiver}/200?of=kassa`, eventTypes: [], plan: quick(30, 90) },
];

const quick = (minMs: number, maxMs: number): DemoEndpoint["plan"] => {
  return (event, random) =>
    random.chance(0.02) ? recovered(event, 502, random) : delivered(event, random.int(minMs, maxMs));
};

const fine: DemoEndpoint["plan"] = (event, random) => delivered(event, random.int(60, 180));

function delivered(event: WrittenEvent, durationMs: number): PlannedDelivery {
  const at = new Date(event.at.getTime() + firstByteMs);
  const settledAt = new Date(at.getTime() + durationMs);
  return { status: "delivered", attempts: [{ at, statusCode: 200, durationMs }], settledAt };
}

/** A proxy hiccup: the second or third attempt arrives. */
function recovered(event: WrittenEvent, statusCode: number, random: Random): PlannedDelivery {
  const failures = random.int(1, 2);
  const attempts = ladderFrom(event).slice(0, failures + 1);
  const last = attempts.length - 1;
  return {
    status: "delivered",
    attempts: attempts.map((at, i) => ({ at, statusCode: i === last ? 200 : statusCode, durationMs: 40 })),
    settledAt: attempts[last],
  };
}

function failing(event: WrittenEvent, now: Date, statusCode: number): PlannedDelivery {
  const planned = ladderFrom(event);
  const made = planned.filter((at) => at < now);
  const attempts = made.map((at) => ({ at, statusCode, durationMs: 31 }));
  const dueAt = planned[made.length];
  return dueAt
    ? { status: "failed", attempts, dueAt }
    : { status: "exhausted", attempts, settledAt: made.at(-1) };
}

/** The first delivery after `goneAt` gets the 410; it and all later ones are held. */
function heldAfter(goneAt: Date): DemoEndpoint["plan"] {
  let isTold = false;
  return (event, random) => {
    if (event.at < goneAt) return fine(event, random);
    const attempts = isTold
      ? []
      : [{ at: new Date(event.at.getTime() + firstByteMs), statusCode: 410, durationMs: 28 }];
    isTold = true;
    return { status: "held", attempts, settledAt: event.at };
  };
}

function ladderFrom(event: WrittenEvent): Date[] {
  let at = event.at.getTime() + firstByteMs;
  return [new Date(at), ...ladderSeconds.map((seconds) => new Date((at += seconds * 1000)))];
}
