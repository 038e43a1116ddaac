import type { RenderedMail } from "../template/render-mail";
import type { ClaimedMail } from "./claim-mail";

export type Transport = {
  name: "smtp" | "inbox";
  /** Throws what the server said. */
  send(mail: ClaimedMail, rendered: RenderedMail): Promise<void>;
};
