import Link from "next/link";
import type { ReactNode } from "react";
import { ButtonLink } from "@/components/ui/button";
import { Panel, PanelHead } from "@/components/ui/panel";
import { StatusGlyph, type Glyph } from "@/components/ui/status-glyph";
import { AtTime, Time } from "@/components/ui/time";
import { formatPlural } from "@/lib/platform/format-figure";
import type { OverviewNeed } from "@/lib/webhooks/contract";
import { EnableEndpoint, type Enable } from "./enable-endpoint";
import { failureText } from "./failure-text";

type Way = {
  /** The store's pages: `${base}/endpoints/…`. */
  base: string;
  enable: Enable;
  disabledReason?: string;
};
type NeedsYouProps = Way & { needs: OverviewNeed[]; endpointCount: number };

/** What does not mend itself, each with its cause and a way on. Absent when nothing needs anybody. */
export function NeedsYou({ needs, endpointCount, ...way }: NeedsYouProps) {
  if (needs.length === 0) return null;
  const concerned = new Set(needs.map(({ endpointId }) => endpointId)).size;
  return (
    <Panel aria-labelledby="needs">
      <PanelHead id="needs" title="Needs you">
        <span className="text-ink-3">
          {concerned} of {formatPlural(endpointCount, "endpoint")}
        </span>
      </PanelHead>
      <ul>
        {needs.map((need) => {
          const key = `${need.kind}/${need.endpointId}`;
          if (need.kind === "failing") return <Failing key={key} need={need} {...way} />;
          if (need.kind === "disabled") return <Disabled key={key} need={need} {...way} />;
          return <Exhausted key={key} need={need} {...way} />;
        })}
      </ul>
    </Panel>
  );
}

type Of<Kind extends OverviewNeed["kind"]> = Way & { need: Extract<OverviewNeed, { kind: Kind }> };

function Failing({ need, base }: Of<"failing">) {
  const { endpointId, failingSince, openCount, nextRetryAt, lastFailure, pausedUntil, disablesAt } = need;
  const page = lastFailure ? `deliveries/${lastFailure.deliveryId}` : `endpoints/${endpointId}`;
  return (
    <Need
      glyph="failed"
      tone="text-failed"
      title={
        <>
          <EndpointName need={need} base={base} /> has failed
          {failingSince && <> since {<Time iso={failingSince} as="planned" />}</>}
        </>
      }
      action={
        <ButtonLink variant="primary" href={`${base}/${page}`}>
          See why
        </ButtonLink>
      }
    >
      {openCount > 0 &&
        `${formatPlural(openCount, "delivery")} ${openCount === 1 ? "waits" : "wait"} for it. `}
      {lastFailure && `The last answer: ${failureText(lastFailure.failure, lastFailure.statusCode)}. `}
      {pausedUntil ? (
        <>
          It is left alone until <Strong>{<Time iso={pausedUntil} as="planned" />}</Strong>.
        </>
      ) : (
        nextRetryAt && (
          <>
            The next retry is <AtTime iso={nextRetryAt} as="planned" />.
          </>
        )
      )}
      {disablesAt && (
        <>
          {" "}
          Unless one succeeds, it is disabled <AtTime iso={disablesAt} as="planned" />.
        </>
      )}
    </Need>
  );
}

function Disabled({ need, base, enable, disabledReason }: Of<"disabled">) {
  const { heldCount, disabledAt } = need;
  const held =
    heldCount > 0 && `, ${formatPlural(heldCount, "event")} ${heldCount === 1 ? "is" : "are"} held`;
  const at = <AtTime iso={disabledAt} as="planned" />;
  return (
    <Need
      glyph="held"
      tone="text-held"
      title={
        <>
          <EndpointName need={need} base={base} /> is disabled{held}
        </>
      }
      action={
        <EnableEndpoint
          endpoint={{ id: need.endpointId, name: need.endpointName, heldCount, disabledAt }}
          enable={enable}
          disabledReason={disabledReason}
        />
      }
    >
      {need.disabledReason === "gone" ? (
        <>
          It answered <Strong>410 Gone</Strong> {at}, so nothing more is sent.
        </>
      ) : need.disabledReason === "failing" ? (
        <>Nothing had reached it for five days, so it was disabled {at}.</>
      ) : (
        <>
          {need.disabledReason === "support" ? "Opencals support" : "A member"} disabled it {at}.
        </>
      )}{" "}
      Nothing is lost: enable it{" "}
      {heldCount > 0 ? "and choose whether to catch up or discard." : "and its events are sent again."}
    </Need>
  );
}

function Exhausted({ need, base }: Of<"exhausted">) {
  const { endpointId, count, deliveryId } = need;
  return (
    <Need
      glyph="exhausted"
      tone="text-exhausted"
      title={
        <>
          {formatPlural(count, "delivery")} to <EndpointName need={need} base={base} />{" "}
          {count === 1 ? "is" : "are"} exhausted
        </>
      }
      action={<ButtonLink href={`${base}/deliveries/${deliveryId}`}>See why</ButtonLink>}
    >
      All attempts failed and nothing more happens by itself. Resend{" "}
      <Link href={`${base}/endpoints/${endpointId}?status=exhausted`} className="link">
        {count === 1 ? "it" : "them"}
      </Link>{" "}
      once it is mended.
    </Need>
  );
}

const EndpointName = ({ need, base }: { need: OverviewNeed; base: string }) => (
  <Link href={`${base}/endpoints/${need.endpointId}`} className="hover:underline">
    {need.endpointName}
  </Link>
);

const Strong = ({ children }: { children: ReactNode }) => (
  <b className="text-ink font-semibold">{children}</b>
);

type NeedProps = { glyph: Glyph; tone: string; title: ReactNode; action: ReactNode; children: ReactNode };

const Need = ({ glyph, tone, title, action, children }: NeedProps) => (
  <li className="border-line desk:grid-cols-[20px_minmax(0,1fr)_auto] desk:px-4.5 desk:py-4 grid grid-cols-[20px_minmax(0,1fr)] items-start gap-x-3.5 gap-y-1 border-t p-3.5">
    <StatusGlyph glyph={glyph} className={`mt-[3px] size-4.5 ${tone}`} />
    <div>
      <h3 className="text-[15px]/[22px] font-semibold">{title}</h3>
      <p className="text-ink-2 max-w-[76ch]">{children}</p>
    </div>
    <div className="max-desk:col-start-2 max-desk:mt-2">{action}</div>
  </li>
);
