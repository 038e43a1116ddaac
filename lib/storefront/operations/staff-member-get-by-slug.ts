import { z } from "zod";
import { getStaffMemberBySlug } from "@/lib/catalog";
import { StaffMemberDetail } from "@/lib/events/contract";
import { operation } from "../operation";

export const staffMemberGetBySlug = operation({
  name: "staffMember.getBySlug",
  method: "GET",
  path: "/storefront/staff-members/slug/{slug}",
  summary: "A staff member by their slug.",
  access: "key",
  params: z.object({ slug: z.string() }),
  response: StaffMemberDetail,
  run: ({ ctx }, { params }) => getStaffMemberBySlug(ctx, params.slug),
});
