import { describe, expect, it } from "vitest";
import { Details, errorsOf } from "./details";

const given = { firstName: "Mara", lastName: "Vos", email: "mara@example.com", phone: "", provider: "cash" };

function emailError(email: string): string | undefined {
  const result = Details.safeParse({ ...given, email });
  return result.success ? undefined : errorsOf(result.error).email;
}

describe("a customer's details", () => {
  it("are enough without a phone", () => {
    expect(Details.safeParse(given).success).toBe(true);
  });

  it("say what is wrong with an e-mail address", () => {
    expect(emailError("mara.vos@")).toBe("Something is missing after the @.");
    expect(emailError("@example.com")).toBe("Something is missing before the @.");
    expect(emailError("mara")).toContain("has an @");
    expect(emailError(" mara@example.com ")).toBeUndefined();
  });

  it("name every field that is missing", () => {
    const result = Details.safeParse({ ...given, firstName: " ", lastName: undefined, provider: "gold" });
    expect(result.success).toBe(false);
    if (!result.success)
      expect(Object.keys(errorsOf(result.error)).toSorted()).toEqual(["firstName", "lastName", "provider"]);
  });
});
