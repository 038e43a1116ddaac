import { Suspense } from "react";
import { currentMember } from "@/app/(portal)/member";
import { readViewpoint } from "@/app/(portal)/viewer";
import { LiveProvider } from "@/components/shell/live";
import { PhoneTabs, SpineNav } from "@/components/shell/rooms";
import { StoreSwitcher } from "@/components/shell/store-switcher";
import { Wordmark } from "@/components/shell/wordmark";
import { ViewpointProvider } from "@/components/ui/viewpoint";
import { FailingCount } from "./failing-count";
import { storeChoices } from "./store-choices";

export default async function StoreLayout({ children, params }: LayoutProps<"/s/[store]">) {
  const { store, user } = await currentMember((await params).store);
  const { current, stores } = await storeChoices(user.id, store);
  const failing = (
    <Suspense>
      <FailingCount slug={store.slug} />
    </Suspense>
  );
  return (
    <ViewpointProvider {...await readViewpoint(store.timezone)}>
      <LiveProvider url={`/s/${store.slug}/live`}>
        <a
          href="#main"
          className="rounded-control bg-raised absolute -top-16 left-2 z-50 px-3 py-2 focus:top-2"
        >
          Skip to content
        </a>
        <div className="desk:grid desk:grid-cols-[var(--spine)_minmax(0,1fr)] min-h-dvh">
          <aside className="border-cover-line text-on-cover desk:block hidden border-r bg-cover">
            <div className="sticky top-0 flex h-dvh flex-col overflow-y-auto px-3 pt-3.5 pb-3">
              <StoreSwitcher current={current} stores={stores} />
              <SpineNav slug={store.slug} notes={{ endpoints: failing }} />
              <p className="font-display text-on-cover-2 mt-auto px-2.5 pt-2.5 pb-1 text-[15px]/5 font-medium">
                <Wordmark strong="text-on-cover" />
              </p>
            </div>
          </aside>
          <div className="flex min-h-dvh min-w-0 flex-col">
            {children}
            <PhoneTabs slug={store.slug} />
          </div>
        </div>
      </LiveProvider>
    </ViewpointProvider>
  );
}
