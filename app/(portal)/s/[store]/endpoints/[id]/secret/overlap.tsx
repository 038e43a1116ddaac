import { viewerReason } from "@/app/(portal)/ask-owner";
import type { Member } from "@/app/(portal)/member";
import { Distance } from "@/components/ui/distance";
import { Panel } from "@/components/ui/panel";
import { StatusGlyph } from "@/components/ui/status-glyph";
import { AtTime, Time } from "@/components/ui/time";
import { SecretDecisions } from "@/components/webhooks/secret-decisions";
import { SecretLanes } from "@/components/webhooks/secret-lanes";
import { formatCount } from "@/lib/platform/format-figure";
import type { Viewpoint } from "@/lib/platform/format-time";
import { countDeliveries } from "@/lib/webhooks";
import type { SecretListItem } from "@/lib/webhooks/contract";
import { endSecretAction, switchSecretAction } from "./actions";

type OverlapProps = { member: Member; endpointId: string; secrets: SecretListItem[]; view: Viewpoint };

/** While an old secret goes on: until when, what was accepted since, and what can be done. */
export async function Overlap({ member, endpointId, secrets, view }: OverlapProps) {
  const { ctx, store } = member;
  const [newest] = secrets;
  const lastEnd = secrets
    .map(({ expiresAt }) => expiresAt ?? "")
    .sort()
    .at(-1);
  if (!newest || !lastEnd) return null;
  const since = newest.createdAt;
  const { delivered, failed, exhausted } = await countDeliveries(ctx, { endpointId, from: since });
  const tried = delivered + failed + exhausted;
  const isOne = secrets.length === 2;
  return (
    <Panel aria-labelledby="overlap" className="px-[clamp(14px,2vw,26px)] pt-6 pb-6.5">
      <h2 id="overlap" className="say">
        {isOne ? "The old secret keeps" : "The old secrets keep"} signing until{" "}
        <Time iso={lastEnd} as="planned" />.
      </h2>
      <p className="text-ink-2 mt-1 max-w-[74ch]">
        The new one was made <AtTime iso={since} as="planned" />. Until the overlap ends,{" "}
        <Distance until={lastEnd} />, {isOne ? "both secrets sign" : "all of them sign"} every delivery, so
        your server may hold either one.
      </p>
      <div className="wide:grid-cols-[minmax(0,1fr)_236px] mt-5 grid grid-cols-[minmax(0,1fr)] items-center gap-x-8 gap-y-4">
        <div tabIndex={0} role="region" aria-label="Overlap of the secrets" className="overflow-x-auto">
          <SecretLanes secrets={secrets} view={view} />
        </div>
        <div className="border-accent grid gap-1.5 border-l-2 pl-4">
          {tried > 0 ? (
            <p className="flex items-start gap-2.5">
              <StatusGlyph
                glyph={delivered === tried ? "delivered" : "failed"}
                className={delivered === tried ? "text-delivered mt-[3px]" : "text-failed mt-[3px]"}
              />
              <span>
                <b className="font-semibold tabular-nums">
                  {formatCount(delivered)} of {formatCount(tried)}
                </b>{" "}
                deliveries since <Time iso={since} as="planned" /> were accepted.
              </span>
            </p>
          ) : (
            <p>Nothing was delivered since then.</p>
          )}
          <p className="text-dense text-ink-2">
            We cannot see which secret your server checked. Test before you end the old one.
          </p>
        </div>
      </div>
      <SecretDecisions
        secrets={secrets}
        verbs={{
          switchRawBody: switchSecretAction.bind(null, store.slug, endpointId),
          end: endSecretAction.bind(null, store.slug, endpointId),
        }}
        disabledReason={viewerReason(member, "decide this")}
      />
    </Panel>
  );
}
