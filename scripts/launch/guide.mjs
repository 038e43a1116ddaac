import { bookingWalk } from "./booking-walk.mjs";
import { receiverPort, sitePort } from "./local-settings.mjs";

/** What the demo prints once it runs: where to look, how to sign in, what to try, and a walk to paste. */
export function printGuide({ APP_URL, SEED_STOREFRONT_KEYS }) {
  const { odile } = JSON.parse(SEED_STOREFRONT_KEYS);
  console.log(`
  Booking site    http://localhost:${sitePort}, what it hears of: http://localhost:${sitePort}/webhooks
  Portal          ${APP_URL}
  Sign in         ines@odile.example (owner), tom@odile.example (developer), mira@odile.example (viewer),
                  noor@noord.example (another store's owner); the password of all is opencals-demo
  Support         ${APP_URL}/support, as sam@opencals.example with the same password
  Mail            ${APP_URL}/inbox: all that would be sent
  Guides          ${APP_URL}/docs
  Storefront API  ${APP_URL}/storefront, with the key ${odile}
  Receiver        http://127.0.0.1:${receiverPort}; what it gets is in .data/logs/receiver.log
                  For an endpoint of your own: npm run receiver -- --port ${receiverPort + 1} --secret whsec_…
  Stop            Ctrl-C. The data stays; npm run demo -- --reset starts anew.

  Five things to try
  1. Book a time on the booking site, and watch it arrive in the portal under Deliveries, and at the site itself.
  2. Open that booking under Appointments: reschedule or cancel it, refund its order; Events shows what was sent.
  3. Open the failing endpoint "Client app": read why, give it the URL http://127.0.0.1:${receiverPort}/200, resend.
  4. Enable "Accounting": it answered 410, its events are held. Catch up or discard.
  5. As support, resend a failed delivery with a reason; then read it in the store's audit log.

  Or book by hand. Paste this into another terminal:
${bookingWalk({ appUrl: APP_URL, key: odile })}`);
}
