/** Whether the customer gets a mail of it; `notify` in the form. */
export function NotifyBox({ customerName }: { customerName: string | null }) {
  return (
    <label className="desk:min-h-6 flex min-h-11 items-center gap-2.5">
      <input type="checkbox" name="notify" defaultChecked className="size-4" />
      Tell {customerName ?? "the customer"} by mail
    </label>
  );
}

export const notifyIn = (form: FormData): boolean => form.get("notify") === "on";
