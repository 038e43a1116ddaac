import { appendFile, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Inbox } from "./inbox";

let folder = "";
beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), "inbox-"))));
afterEach(() => rm(folder, { recursive: true, force: true }));

const letter = (id: string) => ({
  id,
  arrivedAt: "2026-11-24T09:00:00.000Z",
  isTest: false,
  plainAgrees: true,
  rawBody: "{}",
});

describe("the receiver's inbox", () => {
  it("takes each webhook-id once, also when it comes twice at the same time", async () => {
    const inbox = new Inbox(folder);
    const taken = await Promise.all([inbox.take(letter("evt_1")), inbox.take(letter("evt_1"))]);
    expect(taken.toSorted()).toEqual([false, true]);
    expect(await inbox.newest(10)).toMatchObject([{ id: "evt_1", repeats: 1 }]);
  });

  it("knows after a restart what it took and what is still to be processed", async () => {
    const before = new Inbox(folder);
    await before.take(letter("evt_1"));
    await before.take(letter("evt_2"));
    const crash = before.process(async ({ id }) => {
      if (id === "evt_1") throw new Error("The process ends here.");
    });
    await expect(crash).rejects.toThrow("1 webhooks were not processed");

    const after = new Inbox(folder);
    expect(await after.take(letter("evt_1"))).toBe(false);
    const worked: string[] = [];
    await after.process(async ({ id }) => void worked.push(id));
    expect(worked).toEqual(["evt_1"]);
  });

  it("processes each letter once, however many ask at the same time", async () => {
    const inbox = new Inbox(folder);
    const worked: string[] = [];
    const arrive = async (id: string) => {
      await inbox.take(letter(id));
      await inbox.process(async (open) => void worked.push(open.id));
    };
    await Promise.all(["evt_1", "evt_2", "evt_3", "evt_1"].map(arrive));
    expect(worked.toSorted()).toEqual(["evt_1", "evt_2", "evt_3"]);
  });

  it("reads past a line that a crash cut off", async () => {
    await new Inbox(folder).take(letter("evt_1"));
    await appendFile(join(folder, "webhooks.ndjson"), '{"kind":"arrived","id":"ev');
    const after = new Inbox(folder);
    expect((await after.newest(10)).map(({ id }) => id)).toEqual(["evt_1"]);
    await after.take(letter("evt_2"));
    expect((await new Inbox(folder).newest(10)).map(({ id }) => id)).toEqual(["evt_2", "evt_1"]);
  });
});
