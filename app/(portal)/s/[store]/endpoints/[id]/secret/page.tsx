import type { Metadata } from "next";
import { viewerReason } from "@/app/(portal)/ask-owner";
import { currentMember } from "@/app/(portal)/member";
import { orNotFound } from "@/app/or-not-found";
import { readViewpoint } from "@/app/(portal)/viewer";
import { Panel, PanelHead } from "@/components/ui/panel";
import { SecretField } from "@/components/ui/secret-field";
import { Time } from "@/components/ui/time";
import { nameSecret } from "@/components/webhooks/name-secret";
import { RotateSecret } from "@/components/webhooks/rotate-secret";
import { VerifyCode } from "@/components/webhooks/verify-code";
import { getEndpoint, listSecrets } from "@/lib/webhooks";
import type { SecretListItem } from "@/lib/webhooks/contract";
import { EndpointRoom } from "../endpoint-room";
import { revealSecretAction, rotateSecretAction } from "./actions";
import { Overlap } from "./overlap";

export const metadata: Metadata = { title: "Secret" };

export default async function SecretPage({ params }: PageProps<"/s/[store]/endpoints/[id]/secret">) {
  const { store: slug, id } = await params;
  const member = await currentMember(slug);
  const { ctx, store } = member;
  const { name, url } = await orNotFound(getEndpoint(ctx, id));
  const secrets = await listSecrets(ctx, { endpointId: id });
  const rotate = rotateSecretAction.bind(null, slug, id);
  return (
    <EndpointRoom slug={slug} id={id} tab="Secret">
      {secrets.length > 1 && (
        <Overlap
          member={member}
          endpointId={id}
          secrets={secrets}
          view={await readViewpoint(store.timezone)}
        />
      )}
      <div className="wide:grid-cols-2 grid grid-cols-[minmax(0,1fr)] items-start gap-[inherit]">
        <Panel aria-labelledby="secrets">
          <PanelHead id="secrets" title={secrets.length > 1 ? "Secrets" : "Secret"}>
            <span className="ml-auto">
              <RotateSecret name={name} rotate={rotate} disabledReason={viewerReason(member, "rotate it")} />
            </span>
          </PanelHead>
          <div className="desk:px-4.5 desk:pb-4.5 grid grid-cols-[minmax(0,1fr)] gap-4 px-3.5 pb-3.5">
            {secrets.map((secret, index) => (
              <SecretField
                key={secret.id}
                what={`the ${nameSecret(secrets, index).toLowerCase()}`}
                label={<SecretLabel secret={secret} word={nameSecret(secrets, index)} />}
                hint={secret.hint}
                reveal={revealSecretAction.bind(null, slug, id, secret.id)}
                disabledReason={viewerReason(member, "reveal it")}
              />
            ))}
            <p className="text-caption text-ink-3">
              Revealing or copying writes a line with your name to the audit log.
            </p>
          </div>
        </Panel>
        <VerifyCode url={url} />
      </div>
    </EndpointRoom>
  );
}

const SecretLabel = ({
  secret: { createdAt, expiresAt },
  word,
}: {
  secret: SecretListItem;
  word: string;
}) => (
  <>
    {word}, {expiresAt ? "ends" : "since"} <Time iso={expiresAt ?? createdAt} as="planned" />
  </>
);
