import "server-only";
import { env } from "../env";
import { Inbox } from "./inbox";

// On globalThis: the route and the page are bundled apart, and must see the same.
const shared = globalThis as { siteInbox?: Inbox };

export const siteInbox = (): Inbox => (shared.siteInbox ??= new Inbox(env().SITE_DATA_DIR));
