import { orNotFound } from "@/app/or-not-found";
import { ButtonLink } from "@/components/ui/button";
import { PageHead, Panel, PanelFoot } from "@/components/ui/panel";
import { EmptyState } from "@/components/ui/states";
import { listMails } from "@/lib/mail";
import { MailRows } from "./mail-rows";

const pageSize = 50;

export default async function InboxPage({ searchParams }: PageProps<"/inbox">) {
  const { before } = await searchParams;
  const page = { before: typeof before === "string" ? before : undefined, take: pageSize };
  const mails = await orNotFound(listMails(page));
  const last = mails.at(-1);
  return (
    <>
      <PageHead title="Inbox">
        <p className="say">
          What the stores of this machine have mailed to customers, owners and developers.
        </p>
      </PageHead>
      <Panel>
        {last ? (
          <MailRows mails={mails} />
        ) : (
          <EmptyState title="No mail yet">Book something, and its confirmation comes here.</EmptyState>
        )}
        {mails.length === pageSize && last && (
          <PanelFoot>
            <ButtonLink href={`/inbox?before=${last.id}`} size="s">
              Older
            </ButtonLink>
          </PanelFoot>
        )}
      </Panel>
    </>
  );
}
