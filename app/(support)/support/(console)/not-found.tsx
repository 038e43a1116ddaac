import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/states";

export default function NoSuchStore() {
  return (
    <main id="main" className="grid flex-1 content-center">
      <EmptyState isPage title="No such store" action={<ButtonLink href="/support">Search</ButtonLink>}>
        No store has this address. Search by its name, its URL or an id.
      </EmptyState>
    </main>
  );
}
