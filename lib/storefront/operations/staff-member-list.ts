import { listStaffMembers } from "@/lib/catalog";
import { StaffMemberListItem } from "@/lib/events/contract";
import { operation } from "../operation";
import { pageOf, toPage } from "../page-of";
import { pageQuery, SearchText } from "../paging";

export const staffMemberList = operation({
  name: "staffMember.list",
  method: "GET",
  path: "/storefront/staff-members",
  summary: "The people who can be booked.",
  access: "key",
  query: pageQuery().extend({ q: SearchText }),
  response: pageOf(StaffMemberListItem),
  run: async ({ ctx }, { query }) => toPage(query, await listStaffMembers(ctx, query)),
});
