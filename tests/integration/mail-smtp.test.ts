import { afterAll, beforeEach, expect, test, vi } from "vitest";
import { getMail, listMails, sendMails } from "@/lib/mail";
import { db } from "@/lib/platform/db";
import { wireProcess } from "@/lib/runtime";
import { makeMail } from "../support/factories/mail";
import { makeStore } from "../support/factories/store";
import { endProcess, startWorkerProcess } from "../support/worker-process";

// Before any import reads the settings.
const server = await vi.hoisted(async () => {
  const { startSmtpServer } = await import("../support/smtp-server");
  const started = await startSmtpServer();
  process.env.SMTP_URL = started.url;
  process.env.MAIL_FROM = "bookings@mail.opencals.example";
  process.env.MAIL_INBOX = "1";
  return started;
});
afterAll(() => server.close());

beforeEach(() => {
  server.received.length = 0;
  server.messages = 0;
  server.behave = {};
});

const find = (id: string) => db().mail.findUniqueOrThrow({ where: { id } });

/** As if its sender had died two minutes ago. */
const letLeaseEnd = (id: string) =>
  db().$executeRaw`UPDATE mail SET claimed_until = clock_timestamp() - interval '1 s' WHERE id = ${id}::uuid`;

test("a mail goes out in the store's name from our address, as text and as HTML", async () => {
  const { id: storeId } = await makeStore();
  const id = await makeMail({ storeId, subject: "Gebucht: Käse – 10 Uhr" });
  expect(await sendMails({ ids: [id] })).toEqual({ sent: 1, delayed: 0, refused: 0 });
  const [mail] = server.received;
  expect(mail).toMatchObject({ from: "bookings@mail.opencals.example", to: "ada@example.com" });
  expect(mail?.message).toContain("From: Odile <bookings@mail.opencals.example>");
  expect(mail?.message).toContain(`Message-ID: <${id}@mail.opencals.example>`);
  expect(mail?.message).toMatch(/^Subject: =\?UTF-8\?/m);
  expect(mail?.message).toContain("Content-Type: text/plain");
  expect(mail?.message).toContain("Content-Type: text/html");
  expect(await find(id)).toMatchObject({ sentBy: "smtp", attempts: 1, claimId: null });
});

test("where mail goes to a server nobody reads it in the inbox, page by page or one by one", async () => {
  const { id: storeId } = await makeStore();
  const id = await makeMail({ storeId });
  await sendMails({ ids: [id] });
  const closed = { code: "not-found" };
  await expect(listMails({})).rejects.toMatchObject(closed);
  await expect(getMail(id)).rejects.toMatchObject(closed);
});

test("a mail is sent once with two workers", async () => {
  const { id: storeId } = await makeStore();
  const ids: string[] = [];
  for (let n = 0; n < 12; n++) ids.push(await makeMail({ storeId, to: `guest-${n}@example.com` }));
  await Promise.all([sendMails({ ids }), sendMails({ ids }), sendMails({}), sendMails({})]);
  expect(server.received.map(({ to }) => to).sort()).toEqual(
    ids.map((_, n) => `guest-${n}@example.com`).sort(),
  );
});

test("a server that is busy gets the mail later, one that refuses for good is not asked again", async () => {
  const { id: storeId } = await makeStore();
  const id = await makeMail({ storeId });
  server.behave = { recipient: "451 come back later" };
  expect(await sendMails({ ids: [id] })).toMatchObject({ sent: 0, delayed: 1 });
  const delayed = await find(id);
  expect(delayed).toMatchObject({ sentAt: null, givenUpAt: null, claimId: null });
  expect(delayed.lastError).toContain("451");
  expect(await sendMails({})).toMatchObject({ sent: 0 });
  server.behave = {};
  expect(await sendMails({ ids: [id] })).toMatchObject({ sent: 1 });

  const lost = await makeMail({ storeId });
  server.behave = { recipient: "550 no such mailbox" };
  expect(await sendMails({ ids: [lost] })).toMatchObject({ refused: 1, delayed: 0 });
  server.behave = {};
  expect(await sendMails({ ids: [lost] })).toMatchObject({ sent: 0 });
  expect((await find(lost)).givenUpAt).not.toBeNull();
});

test("a sender that was taken for dead changes nothing of what another one did", async () => {
  const { id: storeId } = await makeStore();
  const id = await makeMail({ storeId });
  server.behave = { silent: true };
  const stalled = sendMails({ ids: [id] });
  await server.waitForMessages(1);
  await letLeaseEnd(id);
  server.behave = {};
  await sendMails({});
  const sent = await find(id);
  expect(sent.sentAt).not.toBeNull();
  server.hangUp();
  expect(await stalled).toMatchObject({ delayed: 1 });
  expect(await find(id)).toEqual(sent);
});

test("a crash loses no mail", async () => {
  wireProcess();
  const { id: storeId } = await makeStore();
  server.behave = { silent: true };
  const worker = await startWorkerProcess("127.0.0.1:1");
  const id = await makeMail({ storeId });
  await server.waitForMessages(1);
  await endProcess(worker, "SIGKILL");
  expect(await find(id)).toMatchObject({ sentAt: null, attempts: 1 });
  server.behave = {};
  await letLeaseEnd(id);
  await sendMails({});
  expect(server.received).toHaveLength(1);
  expect(await find(id)).toMatchObject({ sentBy: "smtp", attempts: 2 });
});
