"use client";

import { Popover } from "@base-ui/react/popover";
import { Plus } from "lucide-react";
import type { ReactNode } from "react";
import { chipShape } from "./filter-chips";

type AddingFilterProps = {
  name: string;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  children: ReactNode;
};

/** A dashed chip that opens what the filter is entered in. */
export const AddingFilter = ({ name, open, onOpenChange, children }: AddingFilterProps) => (
  <Popover.Root open={open} onOpenChange={onOpenChange}>
    <Popover.Trigger
      className={`${chipShape} border-control text-ink-2 hover:border-ink-3 hover:text-ink border-dashed`}
    >
      <Plus aria-hidden className="size-4" strokeWidth={1.5} />
      {name}
    </Popover.Trigger>
    <Popover.Portal>
      <Popover.Positioner align="start" sideOffset={6} className="z-30">
        <Popover.Popup
          aria-label={name}
          className="rounded-panel border-line-strong bg-raised shadow-pop grid w-[min(340px,calc(100vw-24px))] gap-3 border p-3.5 outline-none"
        >
          {children}
        </Popover.Popup>
      </Popover.Positioner>
    </Popover.Portal>
  </Popover.Root>
);
