import type { ReactNode } from "react";

/** What a list is narrowed by, above it. */
export const FilterBar = ({ children }: { children: ReactNode }) => (
  <div role="search" aria-label="Filters" className="flex flex-wrap items-center gap-2">
    {children}
  </div>
);
