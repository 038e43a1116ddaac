import { z } from "zod";

/** Says what is wrong with an address, not only that it is. */
const Email = z
  .string()
  .trim()
  .max(255)
  .superRefine((email, context) => {
    if (z.email().safeParse(email).success) return;
    const [name, domain] = email.split("@");
    const message = !email.includes("@")
      ? "An e-mail address has an @, such as mara@example.com."
      : !name
        ? "Something is missing before the @."
        : !domain?.includes(".")
          ? "Something is missing after the @."
          : "This is no e-mail address.";
    context.addIssue({ code: "custom", message });
  });

/** What a customer fills in. */
export const Details = z.object({
  firstName: z.string().trim().min(1, "Tell us your first name.").max(100, "At most 100 letters."),
  lastName: z.string().trim().min(1, "Tell us your last name.").max(100, "At most 100 letters."),
  email: Email,
  phone: z
    .string()
    .trim()
    .max(40, "At most 40 digits.")
    .regex(/^[+\d\s().\-/]*$/, "Digits only, such as +32 470 12 34 56."),
  provider: z.enum(
    ["stripe", "cash", "bank_transfer", "shopify", "no_payment_required"],
    "Choose how you pay.",
  ),
});
export type Details = z.infer<typeof Details>;
export type DetailName = keyof Details;

/** A message for each field that is wrong. */
export function errorsOf({ issues }: z.ZodError): Partial<Record<DetailName, string>> {
  return Object.fromEntries(issues.toReversed().map(({ path, message }) => [path[0], message]));
}
