import type { Metadata } from "next";
import { orNotFound } from "@/app/or-not-found";
import { Crumbs } from "@/components/shell/crumbs";
import { PageHead, Panel } from "@/components/ui/panel";
import { Segments } from "@/components/ui/segments";
import { EmptyState } from "@/components/ui/states";
import { Time } from "@/components/ui/time";
import { getMail } from "@/lib/mail";

type Props = PageProps<"/inbox/[id]">;

const readMail = async ({ params }: Props) => orNotFound(getMail((await params).id));

export async function generateMetadata(props: Props): Promise<Metadata> {
  return { title: (await readMail(props)).subject };
}

export default async function MailPage(props: Props) {
  const mail = await readMail(props);
  const asText = (await props.searchParams).as === "text";
  const here = `/inbox/${mail.id}`;
  return (
    <>
      <Crumbs above={[{ name: "Inbox", href: "/inbox" }]} here={mail.subject} />
      <PageHead title={mail.subject}>
        <p className="text-ink-2 mt-1">
          From {mail.from} to {mail.to}, <Time iso={mail.createdAt} focusable />
        </p>
      </PageHead>
      <Segments
        label="How to show it"
        segments={[
          { label: "As it looks", href: here, chosen: !asText },
          { label: "As text", href: `${here}?as=text`, chosen: asText },
        ]}
      />
      <Panel className="overflow-hidden">
        {mail.html === null || mail.text === null ? (
          <EmptyState title={mail.status === "given up" ? "It was not sent" : "It is on its way"}>
            {mail.lastError ?? "It is drawn when it is sent, which takes a second."}
          </EmptyState>
        ) : asText ? (
          <pre
            tabIndex={0}
            role="group"
            aria-label="Text of the mail"
            className="text-dense overflow-x-auto p-4.5 font-mono whitespace-pre-wrap -outline-offset-2"
          >
            {mail.text}
          </pre>
        ) : (
          // No scripts, no forms, no reach to this page: it is what somebody else wrote.
          <iframe
            title={`The mail “${mail.subject}”`}
            sandbox=""
            srcDoc={mail.html}
            className="h-[max(560px,70vh)] w-full"
          />
        )}
      </Panel>
    </>
  );
}
