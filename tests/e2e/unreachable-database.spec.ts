import { connect, createServer, type Server, type Socket } from "node:net";
import { freePort } from "../support/free-port";
import { runApp, statusOf } from "./run-app";
import { expect, test } from "./story";

test("without its database the app answers calmly, and recovers by itself", async ({
  page,
  salon,
  expectedErrors,
}) => {
  // A server component that failed, as React tells the browser.
  expectedErrors.push("Failed to load resource", "React error #441", "The database is away");
  const line = await openLine(process.env.DATABASE_URL ?? "");
  const app = await runApp({ databaseUrl: line.url });
  try {
    const health = () => statusOf(`${app.url}/api/health`);
    await page.goto(`${app.url}/signin`);
    await page.getByLabel("E-mail").fill(salon.owner.email);
    await page.getByLabel("Password", { exact: true }).fill(salon.owner.password);
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page).not.toHaveURL(/signin/);

    await line.cut();
    await expect.poll(health).toBe(503);
    await page.goto(`${app.url}/s/${salon.slug}/deliveries`);
    await expect(page.getByText(/database|reach/i).first()).toBeVisible();
    await expect(page.locator("body")).not.toContainText(/ECONNREFUSED|Prisma|stack/);

    await line.mend();
    await expect.poll(health).toBe(200);
    await page.goto(`${app.url}/s/${salon.slug}/deliveries`);
    await expect(page.getByRole("heading", { level: 1, name: "Deliveries" })).toBeVisible();
  } finally {
    await app.stop();
    await line.cut();
  }
});

/** The way to a database, through a port of our own that can be cut and mended. */
async function openLine(databaseUrl: string) {
  const target = new URL(databaseUrl);
  const sockets = new Set<Socket>();
  const port = await freePort();
  let server: Server;
  const listen = () =>
    new Promise<void>((resolve, reject) => {
      server = createServer((near) => {
        const far = connect(Number(target.port), target.hostname);
        for (const socket of [near, far]) {
          sockets.add(socket);
          socket.on("error", () => {});
          socket.on("close", () => sockets.delete(socket));
        }
        near.pipe(far).pipe(near);
      });
      server.once("error", reject);
      server.listen(port, "127.0.0.1", () => resolve());
    });
  await listen();
  const url = new URL(databaseUrl);
  url.hostname = "127.0.0.1";
  url.port = String(port);
  return {
    url: url.toString(),
    cut: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
    mend: listen,
  };
}
