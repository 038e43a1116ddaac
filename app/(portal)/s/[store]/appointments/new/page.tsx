import type { Metadata } from "next";
import { viewerReason } from "@/app/(portal)/ask-owner";
import { currentMember } from "@/app/(portal)/member";
import { readViewpoint } from "@/app/(portal)/viewer";
import { BookForm } from "@/components/booking/book-form";
import { Reason } from "@/components/ui/button";
import { PageHead, Panel } from "@/components/ui/panel";
import { listBookables } from "@/lib/booking";
import { dayKey } from "@/lib/platform/format-time";
import { listReceivers } from "@/lib/webhooks";
import { Room } from "../../room";
import { findSlots, readSlotQuery } from "../slot-query";
import { bookAction } from "./actions";

export const metadata: Metadata = { title: "Book by hand" };

export default async function BookByHandPage({
  params,
  searchParams,
}: PageProps<"/s/[store]/appointments/new">) {
  const { store: slug } = await params;
  const member = await currentMember(slug);
  const { ctx, store } = member;
  const path = `/s/${slug}/appointments`;
  const above = [{ name: "Appointments", href: path }];
  const reason = viewerReason(member, "book by hand");
  if (reason)
    return (
      <Room slug={slug} above={above} here="Book by hand">
        <PageHead title="Book by hand" />
        <Panel className="p-4.5">
          <Reason>{reason}</Reason>
        </Panel>
      </Room>
    );
  const bookables = await listBookables(ctx);
  const query = readSlotQuery(await searchParams);
  const product = bookables.products.find(({ id }) => id === query.product);
  const staff = bookables.staff.filter(({ id }) => product?.staffMemberIds.includes(id));
  const locations = bookables.locations.filter(({ id }) => product?.locationIds.includes(id));
  // Who and where were chosen for another product count only where they go with this one.
  const staffMemberId = staff.find(({ id }) => id === query.staff)?.id;
  const location = locations.find(({ id }) => id === query.location);
  const zone = location?.zone ?? locations[0]?.zone ?? bookables.zone;
  const { now } = await readViewpoint(store.timezone);
  const date = query.date ?? dayKey(now, zone);
  const found = product
    ? await findSlots(ctx, {
        productId: product.id,
        date,
        timezone: zone,
        staffMemberId,
        locationId: location?.id,
      })
    : { slots: [], refused: "Choose what is booked; then its free times stand here." };
  return (
    <Room slug={slug} above={above} here="Book by hand">
      <PageHead title="Book by hand">
        <p className="text-ink-2 mt-1">For a customer who called or came by. It is scheduled at once.</p>
      </PageHead>
      <BookForm
        agendaHref={path}
        path={`${path}/new`}
        query={{ product: product?.id, staff: staffMemberId, location: location?.id, date }}
        products={bookables.products.map(({ id, title }) => ({ id, name: title }))}
        staff={staff}
        locations={locations.map(({ id, title }) => ({ id, name: title }))}
        zone={zone}
        {...found}
        receivers={await listReceivers(ctx, {
          type: "appointment.created",
          productIds: product ? [product.id] : [],
          staffMemberIds: staffMemberId ? [staffMemberId] : staff.map(({ id }) => id),
          locationIds: location ? [location.id] : locations.map(({ id }) => id),
        })}
        book={bookAction.bind(null, slug)}
      />
    </Room>
  );
}
