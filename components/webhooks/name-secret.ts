import type { SecretListItem } from "@/lib/webhooks/contract";

/** "Secret" where there is one; else "New secret", "Old secret", "Older secret" and so on, newest first. */
export function nameSecret(secrets: SecretListItem[], index: number): string {
  if (secrets.length === 1) return "Secret";
  return names[index] ?? `Secret before the last ${index}`;
}

const names = ["New secret", "Old secret", "Older secret"];
