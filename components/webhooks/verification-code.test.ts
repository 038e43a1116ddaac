import { expect, it } from "vitest";
import { verificationCode } from "./verification-code";

const fileAt = (url: string) => verificationCode("Next.js", url).file;

it("names the file that answers at the endpoint's path", () => {
  expect(fileAt("https://shop.example/hooks/in/")).toBe("app/hooks/in/route.ts");
  expect(fileAt("https://shop.example/")).toBe("app/webhooks/route.ts");
  expect(fileAt("https://shop.example/h%C3%B6ren")).toBe("app/hören/route.ts");
});

it("takes a path that cannot be decoded as it stands: the page that shows the secret once must not fail", () => {
  expect(fileAt("https://shop.example/100%")).toBe("app/100%/route.ts");
  expect(verificationCode("Express", "https://shop.example/%E0%A4%A").code).toContain('app.post("/%E0%A4%A"');
});
