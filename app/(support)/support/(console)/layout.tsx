import { requireSupport } from "@/app/(auth)/signed-in";
import { readViewpoint } from "@/app/(portal)/viewer";
import { houseZone } from "@/app/(support)/support/house-zone";
import { Book } from "@/components/shell/book";
import { Toaster } from "@/components/ui/toasts";
import { ViewpointProvider } from "@/components/ui/viewpoint";
import { SupportNav, SupportTabs } from "@/components/support/support-rooms";

export default async function SupportLayout({ children }: LayoutProps<"/support">) {
  const { user } = await requireSupport();
  return (
    <ViewpointProvider {...await readViewpoint(houseZone)}>
      <Toaster>
        <Book
          cover="support"
          spine={
            <>
              <p className="font-display px-2 pt-2 text-[19px]/6 font-medium">Support console</p>
              <p className="text-caption text-on-cover-2 px-2 pt-0.5">every store, no secrets</p>
              <SupportNav />
            </>
          }
          foot={
            <p className="text-on-cover-2 px-2.5 pt-2.5 font-medium">
              {user.name}
              <span className="text-caption block font-normal">support agent</span>
            </p>
          }
          tabs={<SupportTabs />}
        >
          {children}
        </Book>
      </Toaster>
    </ViewpointProvider>
  );
}
