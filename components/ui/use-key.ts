"use client";

import { useEffect, useEffectEvent } from "react";

/** A key that does what a visible button does, unless one is typing, or a dialog is open. */
export function useKey(key: string, onPress: () => void): void {
  const press = useEffectEvent(onPress);
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key !== key || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
      const { target } = event;
      if (
        target instanceof Element &&
        target.closest("input, textarea, select, [role=dialog], [role=alertdialog], [role=menu]")
      )
        return;
      event.preventDefault();
      press();
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, [key]);
}
