import { EmptyState } from "@/components/ui/states";

export default function RoomNotFound() {
  return (
    <main id="main" className="grid flex-1 content-center">
      <EmptyState isPage title="Not in this store">
        Nothing of this store has this address, or it is older than what is kept.
      </EmptyState>
    </main>
  );
}
