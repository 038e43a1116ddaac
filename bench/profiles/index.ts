import { backlog } from "./backlog";
import { bookings } from "./bookings";
import { burst } from "./burst";
import { deadAndHanging } from "./dead-and-hanging";
import type { Profile } from "./profile";
import { recovering } from "./recovering";
import { single } from "./single";
import { steady } from "./steady";

/** `npm run bench`: about three minutes. */
export const short: Profile[] = [50, 200, 1000].map((perSecond) => steady({ perSecond, seconds: 20 }));

/** `npm run bench:full`: the whole matrix. */
export const full: Profile[] = [
  single({ count: 100 }),
  ...[50, 200, 500].map((perSecond) => steady({ perSecond, seconds: 20 })),
  ...[1000, 2000].map((perSecond) => steady({ perSecond, seconds: 60 })),
  ...[50, 200, 500].map((perSecond) => steady({ perSecond, fanOut: 5, seconds: 20 })),
  steady({ perSecond: 1000, seconds: 20, stores: 1 }),
  ...[200, 1000].map((perSecond) => steady({ perSecond, seconds: 20, engine: "web" })),
  burst({ perSecond: 10, factor: 100, seconds: 3 }),
  deadAndHanging({ perSecond: 200, endpoints: 50, seconds: 15, pairs: 3 }),
  backlog({ events: 100_000 }),
  recovering({ events: 20_000 }),
  bookings({ clients: 4, seconds: 20 }),
];
