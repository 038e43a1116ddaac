import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { patientFetch, waitSeconds } from "./patient-fetch";

let server: Server | undefined;
afterEach(() => void server?.close());

describe("patience", () => {
  it("waits as long as Retry-After says, in seconds or as a date, else longer each time up to a minute", () => {
    const now = Date.parse("2026-11-24T09:00:00Z");
    expect(waitSeconds("7", 0)).toBe(7);
    expect(waitSeconds("Tue, 24 Nov 2026 09:00:30 GMT", 0, now)).toBe(30);
    expect(waitSeconds("Tue, 24 Nov 2026 08:00:00 GMT", 0, now)).toBe(0);
    expect([0, 1, 2, 9].map((waits) => waitSeconds(null, waits))).toEqual([1, 2, 4, 60]);
  });

  it("asks again after a 429, and gives any other answer back at once", async () => {
    let asked = 0;
    server = createServer((request, response) => {
      asked++;
      if (request.url === "/gone") return response.writeHead(404).end();
      return asked === 1 ? response.writeHead(429, { "retry-after": "0" }).end() : response.end("well");
    });
    await new Promise<void>((resolve) => server?.listen(0, "127.0.0.1", resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    expect(await (await patientFetch(url)).text()).toBe("well");
    expect((await patientFetch(`${url}/gone`)).status).toBe(404);
    expect(asked).toBe(3);
  });
});
