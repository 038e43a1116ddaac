import { currentStore } from "@/app/(support)/support/supported-store";
import { LiveProvider } from "@/components/shell/live";

export default async function SupportedStoreLayout({
  children,
  params,
}: LayoutProps<"/support/stores/[store]">) {
  const { store } = await currentStore((await params).store);
  return <LiveProvider url={`/support/stores/${store.slug}/live`}>{children}</LiveProvider>;
}
