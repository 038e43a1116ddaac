const statuses = ["pending", "scheduled", "completed", "canceled"] as const;
export type AppointmentStatus = (typeof statuses)[number];

/** A hold is a pending appointment too; it never gets further than pending without becoming a booking first. */
const next: Record<AppointmentStatus, readonly AppointmentStatus[]> = {
  pending: ["scheduled", "canceled"],
  scheduled: ["completed", "canceled"],
  completed: [],
  canceled: [],
};

/** The statuses from which `to` can be reached: what a guarded update names in its WHERE. */
export const appointmentStatusesBefore = (to: AppointmentStatus): AppointmentStatus[] =>
  statuses.filter((from) => next[from].includes(to));

/** Who changes a booking: the one who booked, or the store. */
export type ChangedBy = "customer" | "merchant";

/** The statuses in which a booking may be moved or called off by whom; what is over stays as it was. */
export const changeableBy = (who: ChangedBy): AppointmentStatus[] =>
  who === "customer" ? ["scheduled"] : appointmentStatusesBefore("canceled");
