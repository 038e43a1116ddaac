import { z } from "zod";
import { Uuid } from "@/lib/platform/ids";

/** An empty name counts as none; an absent one stays absent. */
const Name = z
  .string()
  .trim()
  .max(255)
  .nullish()
  .transform((name) => (name === "" ? null : name));
const Email = z
  .string()
  .trim()
  .toLowerCase()
  .max(255)
  .pipe(z.email("Give an e-mail address, such as ada@example.com."));
const Password = z.string().min(8, "Use at least 8 characters.").max(200);

/** Who books: a customer whom the store knows (`customerId`), or whoever has this e-mail address. */
export const CustomerInput = z
  .object({
    customerId: Uuid.nullish(),
    email: Email.nullish(),
    externalId: z.string().trim().max(255).nullish(),
    firstName: Name,
    lastName: Name,
    phone: Name,
  })
  .refine((customer) => customer.customerId ?? customer.email, {
    path: ["email"],
    message: "Give an e-mail address, or the customerId of a customer.",
  });
export type CustomerInput = z.input<typeof CustomerInput>;

export const SignUpInput = z.object({
  email: Email,
  password: Password,
  firstName: Name,
  lastName: Name,
});
export type SignUpInput = z.input<typeof SignUpInput>;

export const SignInInput = z.object({ email: Email, password: z.string().max(200) });
export type SignInInput = z.infer<typeof SignInInput>;

export const ProfileInput = z.object({ firstName: Name, lastName: Name, phone: Name });
export type ProfileInput = z.input<typeof ProfileInput>;
