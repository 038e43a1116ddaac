import { formatCount } from "@/lib/platform/format-figure";
import { deliveryCountMax } from "@/lib/webhooks/contract";

/** Counting stops: "10,000+". */
export const countText = (count: number): string =>
  count < deliveryCountMax ? formatCount(count) : `${formatCount(deliveryCountMax)}+`;
