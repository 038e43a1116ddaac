"use client";

import { useState, type ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Confirm } from "@/components/ui/confirm";
import type { Outcome } from "@/components/ui/outcome";
import { useToast } from "@/components/ui/toasts";
import { useAct } from "@/components/ui/use-act";
import type { SecretListItem } from "@/lib/webhooks/contract";
import { nameSecret } from "./name-secret";

export type SecretVerbs = {
  switchRawBody: () => Promise<Outcome>;
  end: (secretId: string) => Promise<Outcome>;
};

type SecretDecisionsProps = { secrets: SecretListItem[]; verbs: SecretVerbs; disabledReason?: string };

/** While secrets overlap: what each header carries, and what can be done about it. */
export function SecretDecisions({ secrets, verbs, disabledReason }: SecretDecisionsProps) {
  const { act, pending } = useAct();
  const toast = useToast();
  const isSwitched = secrets[0]?.signsRawBody ?? true;
  const holder = nameSecret(
    secrets,
    secrets.findIndex(({ signsRawBody }) => signsRawBody),
  ).toLowerCase();
  const switchNow = () =>
    void act(verbs.switchRawBody).then(
      (done) =>
        done !== undefined && toast({ title: "Switched.", text: "It signs with the new secret now." }),
    );
  return (
    <div className="desk:grid-cols-3 mt-5 grid gap-6">
      <Decision title={<code>webhook-signature</code>}>
        <p>
          carries {secrets.length === 2 ? "both signatures" : `all ${secrets.length} signatures`} now, the new
          secret first. Nothing to do.
        </p>
      </Decision>
      <Decision title={<code>x-opencals-signature</code>}>
        {isSwitched ? (
          <p>holds one signature only, the new secret’s. Nothing to do.</p>
        ) : (
          <>
            <p>
              holds one signature only, still the {holder}’s. Switch it once your server knows the new one.
            </p>
            <Button
              className="mt-3"
              onClick={switchNow}
              busy={pending && "Switching"}
              disabledReason={disabledReason}
            >
              Switch to the new secret now
            </Button>
          </>
        )}
      </Decision>
      <Decision title="End the overlap">
        <p>The old secret stops at once. A server that still uses it will refuse what we send.</p>
        <div className="mt-3 grid justify-items-start gap-2">
          {secrets.slice(1).map((secret, index) => (
            <EndSecret
              key={secret.id}
              name={nameSecret(secrets, index + 1).toLowerCase()}
              end={() => verbs.end(secret.id)}
              disabledReason={disabledReason}
            />
          ))}
        </div>
      </Decision>
    </div>
  );
}

const Decision = ({ title, children }: { title: ReactNode; children: ReactNode }) => (
  <div className="border-line-strong border-t-2 pt-3">
    <h3 className="font-semibold">{title}</h3>
    <div className="text-ink-2">{children}</div>
  </div>
);

type EndSecretProps = { name: string; end: () => Promise<Outcome>; disabledReason?: string };

function EndSecret({ name, end, disabledReason }: EndSecretProps) {
  const [open, setOpen] = useState(false);
  const toast = useToast();
  return (
    <>
      <Button variant="danger" onClick={() => setOpen(true)} disabledReason={disabledReason}>
        End the {name} now…
      </Button>
      <Confirm
        open={open}
        onOpenChange={setOpen}
        title={`End the ${name} now?`}
        verb="End it now"
        busyVerb="Ending"
        danger
        ask={end}
        onDone={() => toast({ title: `The ${name} has ended.` })}
      >
        <p>The {name} stops at once. A server that still uses it will refuse what we send.</p>
      </Confirm>
    </>
  );
}
