import type { HourSlot } from "@/lib/webhooks/contract";

export type Bar = { x: number; y: number; width: number; height: number; kind: Kind };
type Kind = "delivered" | "failed" | "held" | "silent";
type Area = { width: number; height: number; top?: number };

const barShareOfSlot = 0.68;
const barMinPx = 1.5;

/**
 * What arrived stands on the line, what did not hangs below it, on one scale. A slot without deliveries is a thin line, so
 * that silence differs from no data.
 */
export function slotBars(hours: HourSlot[], { width, height, top = 0 }: Area): { line: number; bars: Bar[] } {
  const up = Math.max(0, ...hours.map((hour) => hour.delivered));
  const down = Math.max(0, ...hours.map((hour) => hour.failed + hour.held));
  const scale = (height - 1) / Math.max(1, up + down);
  const line = top + (up + down === 0 ? height * 0.75 : up * scale);
  const slot = width / hours.length;
  const bars = hours.flatMap(({ delivered, failed, held }, index): Bar[] => {
    const box = { x: slot * (index + (1 - barShareOfSlot) / 2), width: slot * barShareOfSlot };
    const tall = (count: number) => Math.max(barMinPx, count * scale);
    if (delivered + failed + held === 0) return [{ ...box, y: line - 0.5, height: 1, kind: "silent" }];
    const below = line + 1;
    return [
      {
        ...box,
        y: line - tall(delivered),
        height: tall(delivered),
        kind: "delivered" as const,
        count: delivered,
      },
      { ...box, y: below, height: tall(failed), kind: "failed" as const, count: failed },
      { ...box, y: below + (failed && tall(failed)), height: tall(held), kind: "held" as const, count: held },
    ].flatMap(({ count, ...bar }) => (count > 0 ? [bar] : []));
  });
  return { line, bars };
}
