import { cookies } from "next/headers";
import { themeCookie, themes, type Theme } from "@/components/shell/theme";
import { zoneCookie } from "@/components/ui/zone-cookie";
import type { Viewpoint } from "@/lib/platform/format-time";

/** The viewer's zone and the present moment; the store's zone until their browser has told theirs. */
export async function readViewpoint(storeZone: string): Promise<Viewpoint> {
  const told = (await cookies()).get(zoneCookie)?.value ?? "";
  return { zone: isZone(told) ? told : storeZone, now: new Date().toISOString() };
}

export async function readTheme(): Promise<Theme> {
  const told = (await cookies()).get(themeCookie)?.value;
  return themes.find((theme) => theme === told) ?? "system";
}

function isZone(zone: string): boolean {
  if (!zone) return false;
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}
