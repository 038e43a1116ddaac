"use client";

import { useEffect, useRef } from "react";
import { ButtonLink } from "@/components/ui/button";
import { CodeBlock } from "@/components/ui/code-block";
import { CopyButton } from "@/components/ui/copy-button";
import { PageHead, Panel, PanelFoot, PanelHead } from "@/components/ui/panel";
import { verificationCode } from "./verification-code";

type SecretOnceProps = { id: string; name: string; secret: string; base: string };

/** After saving: the secret, this once, and what to do with it. */
export function SecretOnce({ id, name, secret, base }: SecretOnceProps) {
  const start = useRef<HTMLDivElement>(null);
  useEffect(() => start.current?.focus(), []);
  return (
    <div ref={start} tabIndex={-1} className="contents">
      <PageHead title={`${name} is added`}>
        <p role="status" className="say mt-2">
          Copy its secret now. This page shows it once and no other page shows it.
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
      <Panel aria-labelledby="verify-title">
        <PanelHead id="verify-title" title="Verify what arrives">
          <span className="text-ink-3">over the raw body, before it is parsed</span>
        </PanelHead>
        <div className="desk:px-4.5 desk:pb-4.5 px-3.5 pb-3.5">
          <CodeBlock
            caption="JavaScript, no package needed"
            label="the verification code"
            text={verificationCode}
          />
          <p className="text-ink-2 mt-3 max-w-[72ch]">
            Any library of Standard Webhooks verifies the header <code>webhook-signature</code> as well.
          </p>
        </div>
        <PanelFoot>
          <ButtonLink variant="primary" href={`${base}/${id}`}>
            Go to {name}
          </ButtonLink>
        </PanelFoot>
      </Panel>
    </div>
  );
}
