import type { Metadata } from "next";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/states";

export const metadata: Metadata = { title: "Not found" };

export default function NotFoundPage() {
  return (
    <main className="grid min-h-dvh content-center">
      <EmptyState
        isPage
        title="Nothing stands here"
        action={<ButtonLink href="/">To your stores</ButtonLink>}
      >
        There is no such page, or it belongs to a store that you are not a member of.
      </EmptyState>
    </main>
  );
}
