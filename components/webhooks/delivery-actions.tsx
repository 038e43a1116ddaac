"use client";

import { RotateCw } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Confirm } from "@/components/ui/confirm";
import type { Outcome } from "@/components/ui/outcome";
import { useToast } from "@/components/ui/toasts";
import { useAct } from "@/components/ui/use-act";
import { useKey } from "@/components/ui/use-key";
import { formatDuration } from "@/lib/platform/format-figure";
import type { DeliveryDetail, DeliveryStatus } from "@/lib/webhooks/contract";
import { answerText } from "./answer-text";

type DeliveryActionsProps = {
  delivery: DeliveryDetail;
  resend: (input: { id: string }) => Promise<Outcome<{ outcome: "due" | "under-way" }>>;
  cancelRetries: (input: { id: string }) => Promise<Outcome>;
  disabledReason?: string;
};

const isBad = (status: DeliveryStatus) => status === "failed" || status === "exhausted";
const isOpen = (status: DeliveryStatus) => status === "pending" || status === "failed" || status === "held";

/** Resend, the first thing to do where it failed; and an end to its retries. `r` resends too. */
export function DeliveryActions({ delivery, resend, cancelRetries, disabledReason }: DeliveryActionsProps) {
  const { id, status, endpoint } = delivery;
  const { act, pending } = useAct();
  const toast = useToast();
  const watch = useResult(delivery);
  const disabledEndpoint = endpoint.disabledAt ? `${endpoint.name} is disabled. Enable it first.` : undefined;
  const whyNot = disabledReason ?? disabledEndpoint;
  const resendNow = async () => {
    const asked = await act(() => resend({ id }));
    if (!asked) return;
    watch();
    toast(
      asked.outcome === "due"
        ? { title: "Resent.", text: "It goes out now, with the same webhook-id." }
        : { title: "An attempt is under way already." },
    );
  };
  useKey("r", () => {
    if (!whyNot) void resendNow();
  });
  return (
    <>
      {isOpen(status) && (
        <CancelRetries delivery={delivery} cancelRetries={cancelRetries} disabledReason={disabledReason} />
      )}
      <Button
        variant={isBad(status) ? "primary" : "plain"}
        icon={<RotateCw aria-hidden className="size-4" strokeWidth={1.5} />}
        onClick={() => void resendNow()}
        busy={pending && "Resending"}
        disabledReason={whyNot}
        aria-keyshortcuts="r"
      >
        {isBad(status) ? "Resend now" : "Resend"}
      </Button>
    </>
  );
}

function CancelRetries({ delivery, cancelRetries, disabledReason }: Omit<DeliveryActionsProps, "resend">) {
  const [open, setOpen] = useState(false);
  const toast = useToast();
  const planned = delivery.plan.length;
  return (
    <>
      <Button onClick={() => setOpen(true)} disabledReason={disabledReason}>
        Cancel retries…
      </Button>
      <Confirm
        open={open}
        onOpenChange={setOpen}
        title="Cancel retries?"
        verb="Cancel retries"
        busyVerb="Canceling"
        ask={() => cancelRetries({ id: delivery.id })}
        onDone={() => toast({ title: "Canceled.", text: "Nothing more happens by itself." })}
      >
        <p>
          {planned > 0 &&
            `${planned === 1 ? "One planned attempt is" : `${planned} planned attempts are`} dropped. `}
          It becomes canceled, and you can still resend it.
        </p>
      </Confirm>
    </>
  );
}

/** Once told to watch, says how the next attempt ended, as the page learns of it. */
function useResult({ endpointName, attemptDetails, isUnderWay }: DeliveryDetail): () => void {
  const toast = useToast();
  const made = attemptDetails.length;
  const watchedAfter = useRef<number | null>(null);
  useEffect(() => {
    const last = attemptDetails.at(-1);
    if (watchedAfter.current === null || made <= watchedAfter.current || isUnderWay || !last) return;
    watchedAfter.current = null;
    const { outcome, statusCode, failure, durationMs } = last;
    const answer = answerText({ lastStatusCode: statusCode, lastFailure: failure });
    const took = durationMs === null ? "" : ` in ${formatDuration(durationMs)}`;
    if (outcome === "delivered")
      toast({ title: "Delivered.", text: `${endpointName} answered ${answer}${took}.` });
    else toast({ title: "Failed again.", text: `${answer}${took}.`, tone: "failed" });
  }, [endpointName, attemptDetails, made, isUnderWay, toast]);
  return () => {
    watchedAfter.current = made;
  };
}
