import type { InngestFunction } from "inngest";
import { completeAppointments } from "./functions/complete-appointments";
import { deliverEvents } from "./functions/deliver-events";
import { drainEndpoint } from "./functions/drain-endpoint";
import { expireHolds } from "./functions/expire-holds";
import { sendMail } from "./functions/send-mail";
import { sweepMail } from "./functions/sweep-mail";
import { sweepWebhooks } from "./functions/sweep-webhooks";
import { tellAlerts } from "./functions/tell-alerts";

/** Every background function. Each trigger starts exactly one of them. */
export const functions: InngestFunction.Like[] = [
  deliverEvents,
  drainEndpoint,
  sweepWebhooks,
  expireHolds,
  completeAppointments,
  sendMail,
  sweepMail,
  tellAlerts,
];
