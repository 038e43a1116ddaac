import type { ReactNode } from "react";
import { signOutAction } from "@/app/(auth)/sign-out";
import { currentMember } from "@/app/(portal)/member";
import { readTheme } from "@/app/(portal)/viewer";
import type { Crumb } from "@/components/shell/crumbs";
import { LiveBanner, LiveStatus } from "@/components/shell/live";
import { PageFrame } from "@/components/shell/page-frame";
import { ProfileMenu } from "@/components/shell/profile-menu";
import { StoreSwitcher } from "@/components/shell/store-switcher";
import { storeChoices } from "./store-choices";

type RoomProps = { slug: string; above?: Crumb[]; here: string; children: ReactNode };

/** One page of the store: its bar (a cover bar on a phone) and its content. */
export async function Room({ slug, above = [], here, children }: RoomProps) {
  const { store, user } = await currentMember(slug);
  const { current, stores } = await storeChoices(user.id, store);
  return (
    <PageFrame
      above={above}
      here={here}
      cover={<StoreSwitcher current={current} stores={stores} note={above.at(-1)?.name} />}
      withFind
      freshness={<LiveStatus />}
      theme={await readTheme()}
      profile={<ProfileMenu name={user.name} email={user.email} onSignOut={signOutAction} />}
    >
      <LiveBanner />
      {children}
    </PageFrame>
  );
}
