import { bookingWalk } from "./booking-walk.mjs";

/** What the demo prints once it runs: where to look, how to sign in, and a walk to paste. */
export function printGuide({ APP_URL, SEED_STOREFRONT_KEYS }) {
  const { odile } = JSON.parse(SEED_STOREFRONT_KEYS);
  console.log(`
  Portal          ${APP_URL}
  Sign in         ines@odile.example (owner), tom@odile.example (developer), mira@odile.example (viewer),
                  noor@noord.example (another store's owner); the password of all is opencals-demo
  Storefront API  ${APP_URL}/storefront, with the key ${odile}
  Receiver        http://127.0.0.1:4010; what it gets is in .data/logs/receiver.log
                  For an endpoint of your own: npm run receiver -- --port 4011 --secret whsec_…
  Stop            Ctrl-C. The data stays; npm run demo -- --reset starts anew.

  Book something and watch it arrive under Deliveries. Paste this into another terminal:
${bookingWalk({ appUrl: APP_URL, key: odile })}`);
}
