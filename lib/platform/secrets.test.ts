import { expect, test } from "vitest";
import { decryptSecret, encryptSecret } from "./secrets";

test("a secret comes back under its own context and never carries its text", () => {
  const sealed = encryptSecret("whsec_example", "row-1");
  expect(sealed).not.toContain("whsec");
  expect(decryptSecret(sealed, "row-1")).toBe("whsec_example");
});

test("a ciphertext moved to another row does not decrypt", () => {
  const sealed = encryptSecret("whsec_example", "row-1");
  expect(() => decryptSecret(sealed, "row-2")).toThrow();
});
