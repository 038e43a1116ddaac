"use client";

import { Toast } from "@base-ui/react/toast";
import { X } from "lucide-react";
import Link from "next/link";
import { useCallback, type ReactNode } from "react";
import { StatusGlyph } from "./status-glyph";

const goneAfterMs = 6_000;

type ToastLink = { href: string; word: string };
export type ToastMessage = {
  /** What came of it, in bold: "Resent." */
  title: string;
  text?: string;
  tone?: "done" | "failed";
  link?: ToastLink;
};

/** Where results of what one just did are said; the page itself says everything else. */
export function Toaster({ children }: { children: ReactNode }) {
  return (
    <Toast.Provider timeout={goneAfterMs}>
      {children}
      <Toast.Portal>
        <Toast.Viewport
          aria-label="Results"
          className="desk:top-auto desk:right-6 desk:bottom-6 desk:left-auto desk:w-[400px] fixed top-2 right-2 left-2 z-40 grid gap-2 empty:hidden"
        >
          <ToastList />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  );
}

/** Says what came of it: six seconds long, or until closed where it failed. */
export function useToast(): (message: ToastMessage) => void {
  const { add } = Toast.useToastManager();
  return useCallback(
    ({ title, text, tone = "done", link }) =>
      void add({
        title,
        description: text,
        type: tone,
        ...(tone === "failed" && { timeout: 0, priority: "high" as const }),
        data: { link },
      }),
    [add],
  );
}

function ToastList() {
  const { toasts } = Toast.useToastManager<{ link?: ToastLink }>();
  return toasts.map((toast) => (
    <Toast.Root
      key={toast.id}
      toast={toast}
      className="rounded-panel border-line-strong bg-raised shadow-pop flex items-start gap-2.5 border py-2.5 pr-2 pl-3.5 transition-opacity duration-(--time-move) [--knock:var(--raised)] data-ending-style:opacity-0 data-limited:hidden data-starting-style:opacity-0 motion-reduce:transition-none"
    >
      <StatusGlyph
        glyph={toast.type === "failed" ? "failed" : "delivered"}
        className={`mt-[3px] ${toast.type === "failed" ? "text-failed" : "text-delivered"}`}
      />
      <div className="min-w-0 flex-1 py-px">
        <Toast.Title render={<b />} className="font-semibold" /> <Toast.Description render={<span />} />
      </div>
      {toast.data?.link && (
        <Link href={toast.data.link.href} className="link flex-none py-px">
          {toast.data.link.word}
        </Link>
      )}
      <Toast.Close
        aria-label="Close"
        className="rounded-control text-ink-3 hover:bg-sunken hover:text-ink desk:size-6 grid size-9 flex-none place-items-center"
      >
        <X aria-hidden className="size-4" strokeWidth={1.5} />
      </Toast.Close>
    </Toast.Root>
  ));
}
