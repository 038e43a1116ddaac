import { redirect } from "next/navigation";
import { requireSignedIn } from "@/app/(auth)/signed-in";
import { EmptyState } from "@/components/ui/states";
import { listStoresOf } from "@/lib/identity";

/** Straight to the member's first store. */
export default async function StartPage() {
  const { user } = await requireSignedIn();
  const [store] = await listStoresOf(user.id);
  if (store) redirect(`/s/${store.slug}`);
  return (
    <main className="grid min-h-dvh content-center">
      <EmptyState isPage title="No store yet">
        {user.email} belongs to no store. Ask its owner to add you as a member.
      </EmptyState>
    </main>
  );
}
