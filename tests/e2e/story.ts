import { AxeBuilder } from "@axe-core/playwright";
import { test as base, expect, type Page } from "@playwright/test";
import type { Ctx } from "@/lib/identity";
import type { ReceivedRequest } from "../../scripts/receiver/received-request";
import { startReceiverServer } from "../../scripts/receiver/receiver-server";
import { makeApiKey } from "../support/factories/api-key";
import { makeLocation, makeProduct, makeSchedule, makeStaffMember } from "../support/factories/catalog";
import { makeMember } from "../support/factories/member";
import { makeStore } from "../support/factories/store";

type Member = { email: string; password: string; ctx: Ctx };
type Receiver = {
  url: string;
  secrets: string[];
  requests: ReceivedRequest[];
  /** Nothing listens there until it comes up again. */
  goDown: () => Promise<void>;
  comeUp: () => Promise<void>;
};
type Story = {
  /** A store that can be booked at any hour, its owner, and a key for its website. */
  salon: { id: string; slug: string; owner: Member; key: string };
  /** A merchant's server on loopback, excepted from the address rules of the app. */
  receiver: Receiver;
  /** Failed loads that the story causes on purpose, by what their message holds. */
  expectedErrors: string[];
  quietConsole: void;
};

/** A press before React has taken the page over is lost: nobody is so quick, but a browser that is driven. */
const isTakenOver = () =>
  !document.querySelector('script[src*="/_next/"]') ||
  Object.keys(document).some((key) => key.startsWith("__reactContainer"));

/** A story has a store of its own, and fails when the browser's console shows an error it did not expect. */
export const test = base.extend<Story>({
  baseURL: async ({}, give) => give(process.env.E2E_URL),

  salon: async ({}, give) => {
    const { id, slug } = await makeStore();
    const { id: scheduleId } = await makeSchedule({
      storeId: id,
      hours: [{ from: "00:00:00", to: "24:00:00" }],
    });
    const { id: locationId } = await makeLocation({ storeId: id, scheduleId });
    const staffMember = await makeStaffMember({ storeId: id, scheduleId, locationIds: [locationId] });
    await makeProduct({ storeId: id, staffMemberIds: [staffMember.id], locationIds: [locationId] });
    const owner = await makeMember({ storeId: id });
    const { key } = await makeApiKey({ storeId: id });
    await give({ id, slug, owner, key });
  },

  receiver: async ({ salon }, give, { parallelIndex }) => {
    const port = Number(process.env.E2E_RECEIVER_PORTS?.split(",")[parallelIndex]);
    const requests: ReceivedRequest[] = [];
    const secrets: string[] = [];
    // Of the story before, something may still be retried to the same port.
    const isOurs = ({ rawBody }: ReceivedRequest) => JSON.parse(String(rawBody)).storeId === salon.id;
    const onRequest = (request: ReceivedRequest) => void (isOurs(request) && requests.push(request));
    const start = () => startReceiverServer({ port, secrets, onRequest });
    let server = await start();
    const goDown = () => server.close();
    const comeUp = async () => void (server = await start());
    await give({ url: `http://127.0.0.1:${port}`, secrets, requests, goDown, comeUp });
    await server.close();
  },

  page: async ({ page }, give) => {
    const goto = page.goto.bind(page);
    page.goto = async (...where) => {
      const response = await goto(...where);
      await page.waitForFunction(isTakenOver);
      return response;
    };
    await give(page);
  },

  expectedErrors: async ({}, give) => give([]),

  quietConsole: [
    async ({ context, expectedErrors }, give) => {
      const seen: string[] = [];
      context.on("console", (message) => message.type() === "error" && seen.push(message.text()));
      context.on("weberror", (error) => seen.push(String(error.error())));
      await give();
      expect(seen.filter((text) => !expectedErrors.some((expected) => text.includes(expected)))).toEqual([]);
    },
    { auto: true },
  ],
});

export async function signIn(
  page: Page,
  { email, password }: Pick<Member, "email" | "password">,
): Promise<void> {
  await page.goto("/signin");
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).not.toHaveURL(/signin/);
}

/** The same for one of our own people. */
export async function signInToSupport(
  page: Page,
  { email, password }: Pick<Member, "email" | "password">,
): Promise<void> {
  await page.goto("/support/signin");
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL(/\/support$/);
}

/** What axe judges by the colours: the rest of a page is the same by night. */
const rulesOfColour = ["color-contrast", "link-in-text-block"];

/** Axe finds nothing, by day and by night. `besides` is a frame in which no script runs, axe's own included. */
export async function expectAccessible(page: Page, besides?: string): Promise<void> {
  // By its tag: an open dialog hides the page from roles. What still streams in stands twice, once hidden.
  await expect(page.locator("h1").filter({ visible: true })).toHaveCount(1);
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    // In the page itself: it would open another one to put the results of frames together, and we have none.
    const axe = new AxeBuilder({ page }).setLegacyMode();
    if (colorScheme === "dark") axe.withRules(rulesOfColour);
    const { violations } = await (besides ? axe.exclude(besides) : axe).analyze();
    const found = violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`,
    );
    expect(found, `${page.url()} in the ${colorScheme} theme`).toEqual([]);
  }
}

export { expect };
