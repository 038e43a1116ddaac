"use client";

import { Tabs } from "@base-ui/react/tabs";
import { Check } from "lucide-react";
import { CodeBlock } from "@/components/ui/code-block";
import { CodeText } from "@/components/ui/code-text";
import { Panel, PanelHead } from "@/components/ui/panel";
import { frameworks, verificationCode } from "./verification-code";

/** Code to paste into the server at `url`, by framework. */
export function VerifyCode({ url }: { url: string }) {
  return (
    <Panel aria-labelledby="verify-title">
      <PanelHead id="verify-title" title="Verify it in your code" />
      <Tabs.Root defaultValue={frameworks[0]}>
        <Tabs.List aria-label="Framework" className="border-line flex gap-1 border-b px-2.5">
          {frameworks.map((framework) => (
            <Tabs.Tab
              key={framework}
              value={framework}
              className="text-ink-2 hover:text-ink aria-selected:border-accent aria-selected:text-ink desk:h-10 -mb-px flex h-11 items-center border-b-2 border-transparent px-3 font-[550] -outline-offset-2"
            >
              {framework}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {frameworks.map((framework) => {
          const { file, code } = verificationCode(framework, url);
          return (
            <Tabs.Panel
              key={framework}
              value={framework}
              className="desk:px-4.5 px-3.5 pt-4 -outline-offset-4"
            >
              <CodeBlock caption={file} label={`the verification code for ${framework}`} text={code}>
                <CodeText code={code} />
              </CodeBlock>
            </Tabs.Panel>
          );
        })}
      </Tabs.Root>
      <ul className="text-dense text-ink-2 desk:px-4.5 desk:pb-4.5 mt-3.5 grid gap-1.5 px-3.5 pb-3.5">
        <Point>
          Any Standard Webhooks library verifies it. <code>npm install standardwebhooks</code>
        </Point>
        <Point>
          It reads the secret from the environment, <code>OPENCALS_WEBHOOK_SECRET=whsec_…</code>.
        </Point>
        <Point>
          <code>x-opencals-signature</code> needs no library: lowercase hex HMAC-SHA256 of the raw body, with
          the whole secret as the key.
        </Point>
      </ul>
    </Panel>
  );
}

const Point = ({ children }: { children: React.ReactNode }) => (
  <li className="flex items-start gap-2">
    <Check aria-hidden className="mt-px size-4 flex-none" strokeWidth={1.5} />
    <span>{children}</span>
  </li>
);
