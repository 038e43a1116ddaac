import { z } from "zod";

const countMax = 10;
const valueLengthMax = 1024;

/** What we set ourselves, what frames a message or belongs to one connection, and what proxies are believed about. */
const reserved = new Set(
  (
    "host user-agent date expect connection keep-alive te trailer transfer-encoding upgrade http2-settings accept-encoding " +
    "cookie set-cookie forwarded via x-real-ip true-client-ip"
  ).split(" "),
);
const reservedPrefixes = ["content-", "webhook-", "x-opencals-", "proxy-", "x-forwarded-", "sec-"];

const isReserved = (name: string) =>
  reserved.has(name) || reservedPrefixes.some((prefix) => name.startsWith(prefix));

const Name = z
  .string("Enter the header's name.")
  .trim()
  .toLowerCase()
  .min(1, "Enter the header's name.")
  .max(64, "A header's name has at most 64 characters.")
  .regex(/^[\w!#$%&'*+.^`|~-]+$/, "A header's name has letters, digits and hyphens, such as x-api-key.")
  .refine((name) => !isReserved(name), {
    error: ({ input }) => `The header ${input} cannot be set: it is ours, or belongs to the connection.`,
  });

const Value = z
  .string("Enter the header's value.")
  .trim()
  .min(1, "Enter the header's value.")
  .max(valueLengthMax, `A header's value has at most ${valueLengthMax} characters.`)
  .regex(/^[\x20-\x7e]*$/, "A header's value is plain text in one line: no line breaks, no accents.");

/**
 * The headers that an endpoint wants beside ours, names in lower case. One without a value keeps the value that it has,
 * since values are never shown again.
 */
export const CustomHeaders = z
  .array(z.object({ name: Name, value: Value.optional() }))
  .max(countMax, `At most ${countMax} headers can be added.`)
  .superRefine((headers, context) => {
    headers.forEach(({ name }, index) => {
      if (headers.findIndex((one) => one.name === name) === index) return;
      const message = `The header ${name} is there twice.`;
      context.addIssue({ code: "custom", path: [index, "name"], message });
    });
  });
export type CustomHeaders = z.input<typeof CustomHeaders>;
