import { backlog } from "./backlog";
import { bookings } from "./bookings";
import { burst } from "./burst";
import { deadAndHanging } from "./dead-and-hanging";
import type { Profile } from "./profile";
import { recovering } from "./recovering";
import { single } from "./single";
import { steady } from "./steady";

/** `npm run bench`: about three minutes. `scale` shortens all of it, for a first look. */
export const short = (scale: number): Profile[] =>
  [50, 200, 1000].map((perSecond) => steady({ perSecond, seconds: 20 * scale }));

/** `npm run bench:full`: the whole matrix. */
export const full = (scale: number): Profile[] => [
  single({ count: 100 * scale }),
  ...[50, 200, 500].map((perSecond) => steady({ perSecond, seconds: 20 * scale })),
  // Said to be stable for a minute.
  ...[1000, 1500, 2000].map((perSecond) => steady({ perSecond, seconds: 60 * scale })),
  ...[50, 200, 500].map((perSecond) => steady({ perSecond, fanOut: 5, seconds: 20 * scale })),
  steady({ perSecond: 1000, seconds: 20 * scale, stores: 1 }),
  ...[200, 1000].map((perSecond) => steady({ perSecond, seconds: 20 * scale, engine: "web" })),
  burst({ perSecond: 10, factor: 100, seconds: 3 * scale }),
  deadAndHanging({ perSecond: 200, endpoints: 50, seconds: 15 * scale, pairs: scale < 1 ? 1 : 5 }),
  backlog({ events: 100_000 * scale }),
  recovering({ events: 20_000 * scale }),
  bookings({ clients: 4, seconds: 20 * scale }),
];
