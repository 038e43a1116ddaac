import { readViewpoint } from "@/app/(portal)/viewer";
import { AuditTable } from "@/components/webhooks/audit-table";
import type { SupportAuditItem } from "@/lib/identity";
import { houseZone } from "./house-zone";

/** What our own people did for merchants, and why. */
export const ActsTable = async ({ acts }: { acts: SupportAuditItem[] }) => (
  <AuditTable
    entries={acts}
    baseOf={({ store }) => `/support/stores/${store?.slug}`}
    view={await readViewpoint(houseZone)}
  />
);
