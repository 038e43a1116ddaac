import { z } from "zod";
import { decidePayment } from "@/lib/booking";
import { systemCtx } from "@/lib/identity";
import { DomainError } from "@/lib/platform/errors";
import { newId, Uuid } from "@/lib/platform/ids";
import { errorResponse, parseInput, readBounded } from "@/lib/rest";

const Decision = z.object({
  paymentId: Uuid,
  store: Uuid,
  decision: z.enum(["pay", "decline"], "Write pay or decline."),
});

/** `decision=pay|decline`, from the page's buttons or from curl. Answers with the way back to the page, which tells the outcome. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ paymentId: string }> },
): Promise<Response> {
  try {
    const { paymentId, store, decision } = parseInput(Decision, {
      ...Object.fromEntries(new URL(request.url).searchParams),
      ...Object.fromEntries(new URLSearchParams(String(await readBounded(request)))),
      ...(await params),
    });
    await decidePayment(systemCtx(store, "test provider"), { paymentId, decision }).catch(unlessDecided);
    const location = `/pay/${paymentId}?store=${store}`;
    return new Response(null, { status: 303, headers: { location } });
  } catch (error) {
    return errorResponse(error, newId());
  }
}

/** Somebody who went back and chose anew is shown what was decided. */
function unlessDecided(error: unknown): void {
  if (!(error instanceof DomainError && error.code === "conflict")) throw error;
}
