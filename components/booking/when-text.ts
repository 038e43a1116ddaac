/** A booking's time as the clocks show it where it happens. */
type Spell = { from: string; to: string; zone: string };

const part = (iso: string, zone: string, options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat("en-GB", { timeZone: zone, ...options }).format(new Date(iso));

/** "10:30". */
export const clockText = (iso: string, zone: string): string =>
  part(iso, zone, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });

/** "Thu 26 Nov". */
export const dayText = (iso: string, zone: string): string =>
  part(iso, zone, { weekday: "short", day: "numeric", month: "short" }).replace(",", "");

/** "Thu 26 Nov, 10:30 to 11:15". */
export const whenText = ({ from, to, zone }: Spell): string =>
  `${dayText(from, zone)}, ${clockText(from, zone)} to ${clockText(to, zone)}`;

/** Minutes since midnight on the wall. */
export function wallMinute(iso: string, zone: string): number {
  const [hours = 0, minutes = 0] = clockText(iso, zone).split(":").map(Number);
  return hours * 60 + minutes;
}
