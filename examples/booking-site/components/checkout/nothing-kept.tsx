"use client";

import Link from "next/link";
import { useState, useTransition } from "react";
import { keepOnceMore } from "~/app/actions/basket";

/** The checkout without anything to check out. */
export function NothingKept({ hasRunOut }: { hasRunOut: boolean }) {
  const [trouble, setTrouble] = useState<string>();
  const [isAsking, startAsking] = useTransition();
  if (trouble || !hasRunOut)
    return (
      <div className="note">
        <h1>{trouble ? "It is gone" : "Nothing here yet"}</h1>
        <p className="lead" role="status">
          {trouble ?? "Choose a service and a time; we keep it while you fill in the rest."}
        </p>
        <Link className="go" href="/">
          See all services
        </Link>
      </div>
    );
  const ask = () => startAsking(async () => setTrouble((await keepOnceMore())?.message));
  return (
    <div className="note">
      <h1>Your time is free again</h1>
      <p className="lead">
        We kept it as long as we could. Nothing was charged. If nobody was faster you can have it back.
      </p>
      <div className="opts2">
        <button type="button" className="go" aria-disabled={isAsking} onClick={() => !isAsking && ask()}>
          {isAsking ? "Asking the salon" : "Get it back"}
        </button>
        <Link className="plain" href="/">
          Choose another time
        </Link>
      </div>
    </div>
  );
}
