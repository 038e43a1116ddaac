import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/states";

export default function NotInStore() {
  return (
    <main id="main" className="grid flex-1 content-center">
      <EmptyState isPage title="Not in this store" action={<ButtonLink href="/support">Search</ButtonLink>}>
        Nothing of this store has this address, or it is older than what is kept.
      </EmptyState>
    </main>
  );
}
