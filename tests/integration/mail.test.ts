import { expect, test } from "vitest";
import { submitCheckout } from "@/lib/booking";
import { getMail, listMails, sendMails } from "@/lib/mail";
import { db } from "@/lib/platform/db";
import {
  ada,
  makeBookable,
  makeBooking,
  makeCartWith,
  makePaidCart,
  slotOf,
} from "../support/factories/booking";

// Read once per process, and each test file is a process of its own.
process.env.MAIL_INBOX = "1";

const mailsOf = (storeId: string) => db().mail.findMany({ where: { storeId } });

test("a committed booking has its mail, a failed one none", async () => {
  const { ctx, product, storeId } = await makeBookable();
  const { cartId: unstarted } = await makeCartWith(ctx, { slot: slotOf(product), customer: ada });
  await expect(submitCheckout(ctx, { cartId: unstarted })).rejects.toMatchObject({ code: "invalid" });
  expect(await mailsOf(storeId)).toEqual([]);

  await makeBooking(ctx, { slot: slotOf(product, { at: "14:00" }) });
  const mails = await mailsOf(storeId);
  expect(mails).toMatchObject([{ toAddress: ada.email, fromName: "Odile", sentAt: null }]);
  expect(mails[0]?.subject).toMatch(/^Booked: your appointment at Odile, .*, 14:00$/);
});

test("an order has one mail, however often it is submitted", async () => {
  const store = await makeBookable();
  const { cartId } = await makePaidCart(store);
  await Promise.all([1, 2, 3].map(() => submitCheckout(store.ctx, { cartId })));
  await submitCheckout(store.ctx, { cartId });
  expect(await mailsOf(store.storeId)).toHaveLength(1);
});

test("a checkout that asks for no mail gets none", async () => {
  const store = await makeBookable();
  const { cartId } = await makePaidCart(store);
  await submitCheckout(store.ctx, { cartId, appointmentsSettings: { notifyCustomer: false } });
  expect(await mailsOf(store.storeId)).toEqual([]);
});

test("without a server mail stays in the local inbox, as HTML and as text with the same facts", async () => {
  const { ctx, product, storeId } = await makeBookable();
  await makeBooking(ctx, { slot: slotOf(product, { at: "14:00" }) });
  const [queued] = await mailsOf(storeId);
  expect(await getMail(queued!.id)).toMatchObject({ status: "queued", html: null });
  await sendMails({ ids: [queued!.id] });
  const mail = await getMail(queued!.id);
  expect(mail).toMatchObject({ status: "kept", to: ada.email, from: "Odile" });
  for (const body of [mail?.html, mail?.text]) {
    expect(body).toContain("Lotte Maes");
    expect(body).toContain("14:00 to 15:00 (UTC)");
    expect(body).toContain("€45.00, to be paid at the appointment");
  }
  expect((await listMails({})).map(({ id }) => id)).toContain(queued!.id);
});

test("what a customer writes of themselves is text in a mail, never markup", async () => {
  const { ctx, product, storeId } = await makeBookable();
  const buyer = { ...ada, firstName: `<img src=x onerror="alert(1)">` };
  await makeBooking(ctx, { slot: slotOf(product), buyer });
  const [queued] = await mailsOf(storeId);
  await sendMails({ ids: [queued!.id] });
  const mail = await getMail(queued!.id);
  expect(mail?.html).not.toContain("<img src=x");
  expect(mail?.html).toContain("&lt;img src=x");
});
