"use client";

import { useEffect, useRef } from "react";
import { ButtonLink } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { PageHead, Panel, PanelHead } from "@/components/ui/panel";
import { VerifyCode } from "@/components/webhooks/verify-code";

type SecretOnceProps = { id: string; name: string; url: string; secret: string; base: string };

/** After saving: the secret, this once, and what to do with it. */
export function SecretOnce({ id, name, url, secret, base }: SecretOnceProps) {
  const start = useRef<HTMLDivElement>(null);
  useEffect(() => start.current?.focus(), []);
  return (
    <div ref={start} tabIndex={-1} className="contents">
      <PageHead title={`${name} is added`}>
        <p role="status" className="say mt-2">
          Copy its secret to your server. This page shows it once; later it is revealed by hand, which is
          audited.
        </p>
      </PageHead>
      <Panel aria-labelledby="secret-title">
        <PanelHead id="secret-title" title="Secret" />
        <div className="desk:px-4.5 desk:pb-4.5 px-3.5 pb-3.5">
          <div className="rounded-control border-line bg-sunken flex min-h-11 items-center gap-1.5 border pr-1.5 pl-3.5 font-mono text-[13px]">
            <span data-testid="endpoint-secret" className="min-w-0 flex-1 py-2 wrap-anywhere">
              {secret}
            </span>
            <CopyButton text={secret} what="the secret" word />
          </div>
          <p className="text-ink-2 mt-3 max-w-[72ch]">
            Keep it where your server keeps its secrets. Whoever has it can sign as we do.
          </p>
        </div>
      </Panel>
      <VerifyCode url={url} />
      <div>
        <ButtonLink variant="primary" href={`${base}/${id}`}>
          Go to {name}
        </ButtonLink>
      </div>
    </div>
  );
}
