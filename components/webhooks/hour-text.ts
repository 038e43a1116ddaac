import { formatClock, type Viewpoint } from "@/lib/platform/format-time";

/** "14:00", by the viewer's clock. */
export const hourText = (iso: string, view: Viewpoint): string => formatClock(iso, view).slice(0, 5);
