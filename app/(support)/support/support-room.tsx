import type { ReactNode } from "react";
import { requireSupport } from "@/app/(auth)/signed-in";
import { readTheme } from "@/app/(portal)/viewer";
import type { Crumb } from "@/components/shell/crumbs";
import { PageFrame } from "@/components/shell/page-frame";
import { ProfileMenu } from "@/components/shell/profile-menu";
import { signOutAction } from "./sign-out";

type SupportRoomProps = { above?: Crumb[]; here: string; freshness?: ReactNode; children: ReactNode };

/** One page of the support console: its bar (a cover bar on a phone) and its content. */
export async function SupportRoom({ above = [], here, freshness, children }: SupportRoomProps) {
  const { user } = await requireSupport();
  return (
    <PageFrame
      above={above}
      here={here}
      cover={<p className="font-display truncate px-2 text-[18px]/11 font-medium">Support console</p>}
      freshness={freshness}
      theme={await readTheme()}
      profile={<ProfileMenu name={user.name} email={user.email} onSignOut={signOutAction} />}
    >
      {children}
    </PageFrame>
  );
}
