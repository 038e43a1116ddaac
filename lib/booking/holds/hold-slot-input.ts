import { z } from "zod";
import { Uuid } from "@/lib/platform/ids";
import { CustomerInput } from "../customers/customer-input";

/** Clients send "" for what is not chosen. */
const OptionalId = z
  .string()
  .nullish()
  .transform((id) => id || null)
  .pipe(Uuid.nullable());

/** UTC, split into day and time of day. */
export const SlotInput = z.object({
  productId: Uuid,
  fromDate: z.iso.date("Give a date as YYYY-MM-DD."),
  fromTime: z.iso.time({ precision: 0, error: "Give a time as HH:MM:SS." }),
  toDate: z.iso.date("Give a date as YYYY-MM-DD."),
  toTime: z.iso.time({ precision: 0, error: "Give a time as HH:MM:SS." }),
  locationId: OptionalId,
  staffMemberId: OptionalId,
});
export type SlotInput = z.output<typeof SlotInput>;

type Times = Pick<SlotInput, "fromDate" | "fromTime" | "toDate" | "toTime">;

export const slotTimes = ({ fromDate, fromTime, toDate, toTime }: Times) => ({
  from: new Date(`${fromDate}T${fromTime}Z`),
  to: new Date(`${toDate}T${toTime}Z`),
});

const attributesMax = 250;
/** All of them together, as JSON: they travel in every event of the booking. */
const attributesMaxBytes = 8_192;
const CustomAttributes = z
  .record(z.string().max(255), z.string().max(5000))
  .refine((given) => Object.keys(given).length <= attributesMax, `At most ${attributesMax} attributes.`)
  .refine(
    (given) => Buffer.byteLength(JSON.stringify(given)) <= attributesMaxBytes,
    "Keep all attributes together within 8 KiB.",
  );

export const HoldSlotInput = z.object({
  slot: SlotInput,
  customer: CustomerInput.nullish(),
  numberOfAttendees: z.int().min(1).max(10_000).default(1),
  cartId: z
    .string()
    .nullish()
    .transform((id) => id || null),
  customAttributes: CustomAttributes.nullish(),
  internalNote: z.string().max(5000).nullish(),
  addOns: z.array(z.object({ addOnId: z.string() })).default([]),
  guests: z.array(z.object({ email: z.string() })).default([]),
  checkoutQuestionAnswers: z.array(z.object({ questionId: z.string() })).default([]),
});
export type HoldSlotInput = z.input<typeof HoldSlotInput>;
