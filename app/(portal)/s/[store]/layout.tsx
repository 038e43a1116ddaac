import { Suspense } from "react";
import { currentMember } from "@/app/(portal)/member";
import { readViewpoint } from "@/app/(portal)/viewer";
import { Book } from "@/components/shell/book";
import { FindProvider } from "@/components/shell/find";
import { LiveProvider } from "@/components/shell/live";
import { PhoneTabs, SpineNav } from "@/components/shell/rooms";
import { StoreSwitcher } from "@/components/shell/store-switcher";
import { Toaster } from "@/components/ui/toasts";
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
        <Toaster>
          <FindProvider base={`/s/${store.slug}`} mayChange={store.role !== "viewer"}>
            <Book
              spine={
                <>
                  <StoreSwitcher current={current} stores={stores} />
                  <SpineNav slug={store.slug} notes={{ endpoints: failing }} />
                </>
              }
              tabs={<PhoneTabs slug={store.slug} />}
            >
              {children}
            </Book>
          </FindProvider>
        </Toaster>
      </LiveProvider>
    </ViewpointProvider>
  );
}
