import {
  makeCollection,
  makeLocation,
  makeProduct,
  makeSchedule,
  makeStaffMember,
} from "@/tests/support/factories/catalog";
import { makeStore } from "@/tests/support/factories/store";
import type { Shift } from "./plan-bookings";

const mondayToSaturday = [1, 2, 3, 4, 5, 6];
const minutes = (count: number) => count * 60;

const weeks = {
  salon: [{ days: mondayToSaturday, from: "09:00:00", to: "20:00:00" }],
  fullDays: [
    { days: mondayToSaturday, from: "09:00:00", to: "12:30:00" },
    { days: mondayToSaturday, from: "13:30:00", to: "18:30:00" },
  ],
  lateDays: [
    { days: [2, 3, 4, 5], from: "12:00:00", to: "16:00:00" },
    { days: [2, 3, 4, 5], from: "16:30:00", to: "20:00:00" },
    { days: [6], from: "09:00:00", to: "15:00:00" },
  ],
  classes: [{ days: mondayToSaturday, from: "18:30:00", to: "20:00:00" }],
};

/** The lively salon: hair and colour, four places in and around Antwerp, six people. */
export async function makeOdile() {
  const store = await makeStore({ name: "Odile", slug: "odile" });
  const storeId = store.id;
  const schedules = await makeSchedules(storeId);
  const locations = await makeLocations(storeId, schedules.salon);
  const staff = await makeStaff(storeId, schedules, locations);
  const products = await makeProducts(storeId, schedules, staff, locations);
  await makeCollections(storeId, products);
  return { store, shifts: shiftsOf(staff, products) };
}

/** Who works when, where and at what. */
function shiftsOf(staff: Staff, products: OdileProduct[]): Shift[] {
  return Object.values(staff).map(({ id, locationId, week }) => ({
    staffMemberId: id,
    locationId,
    products: products.filter((product) => product.staffMemberIds.includes(id)),
    spansOf: (weekday) =>
      weeks[week]
        .filter(({ days }) => days.includes(weekday))
        .map(({ from, to }): [string, string] => [from, to]),
  }));
}

async function makeSchedules(storeId: string) {
  const salon = await makeSchedule({ storeId, name: "Salon", hours: weeks.salon });
  const fullDays = await makeSchedule({
    storeId,
    name: "Full days with a lunch break",
    hours: weeks.fullDays,
  });
  const lateDays = await makeSchedule({ storeId, name: "Afternoons and evenings", hours: weeks.lateDays });
  const classes = await makeSchedule({ storeId, name: "Classes", gapMinutes: 30, hours: weeks.classes });
  return { salon: salon.id, fullDays: fullDays.id, lateDays: lateDays.id, classes: classes.id };
}

async function makeLocations(storeId: string, scheduleId: string) {
  const inAntwerp = { storeId, scheduleId, city: "Antwerpen", country: "BE" };
  const make = makeLocation;
  return {
    kloosterstraat: await make({
      ...inAntwerp,
      title: "Kloosterstraat",
      slug: "kloosterstraat",
      addressLine1: "Kloosterstraat 41",
      postalCode: "2000",
    }),
    zurenborg: await make({
      ...inAntwerp,
      title: "Zurenborg",
      slug: "zurenborg",
      addressLine1: "Dageraadplaats 12",
      postalCode: "2018",
    }),
    eilandje: await make({
      ...inAntwerp,
      title: "Eilandje",
      slug: "eilandje",
      addressLine1: "Napelsstraat 83",
      postalCode: "2000",
    }),
    online: await make({
      storeId,
      scheduleId,
      title: "Online",
      slug: "online",
      type: "online",
      link: "https://meet.odile.example/room",
      description: "By video, from your own mirror.",
    }),
  };
}

type Schedules = Awaited<ReturnType<typeof makeSchedules>>;
type Locations = Awaited<ReturnType<typeof makeLocations>>;

async function makeStaff(storeId: string, schedules: Schedules, locations: Locations) {
  const make = async (
    firstName: string,
    lastName: string,
    week: "fullDays" | "lateDays",
    at: (keyof Locations)[],
  ) => {
    const locationIds = at.map((place) => locations[place].id);
    const slug = firstName.toLowerCase().replace("é", "e");
    const made = await makeStaffMember({
      storeId,
      firstName,
      lastName,
      slug,
      scheduleId: schedules[week],
      locationIds,
    });
    return { id: made.id, week, locationId: locations[at[0] ?? "kloosterstraat"].id };
  };
  return {
    jules: await make("Jules", "Wouters", "fullDays", ["kloosterstraat"]),
    noor: await make("Noor", "Haddad", "fullDays", ["kloosterstraat", "online"]),
    amelie: await make("Amélie", "Laurent", "fullDays", ["zurenborg"]),
    tibo: await make("Tibo", "Maes", "lateDays", ["zurenborg"]),
    lotte: await make("Lotte", "Peeters", "fullDays", ["eilandje"]),
    sam: await make("Sam", "Okafor", "lateDays", ["eilandje"]),
  };
}

type Staff = Awaited<ReturnType<typeof makeStaff>>;

async function makeProducts(storeId: string, schedules: Schedules, staff: Staff, locations: Locations) {
  const salons = [locations.kloosterstraat.id, locations.zurenborg.id, locations.eilandje.id];
  const everybody = Object.values(staff).map(({ id }) => id);
  const colourists = [staff.jules.id, staff.noor.id, staff.amelie.id, staff.lotte.id];
  const products: OdileProduct[] = [];
  const make = async (input: Omit<Parameters<typeof makeProduct>[0], "storeId" | "position">) => {
    const { staffMemberIds = everybody, locationIds = salons } = input;
    const made = await makeProduct({
      cancelGapSeconds: minutes(24 * 60),
      ...input,
      storeId,
      staffMemberIds,
      locationIds,
      position: products.length,
    });
    products.push({ ...made, staffMemberIds });
    return made;
  };

  await make({
    title: "Cut and blow-dry",
    slug: "cut-and-blow-dry",
    description: "Wash, cut, and a blow-dry that lasts.",
    color: "indigo",
    priceMinor: 5_200,
    durationSeconds: minutes(45),
  });
  await make({
    title: "Fringe",
    slug: "fringe",
    description: "Just the fringe, in a quarter of an hour.",
    color: "rose",
    priceMinor: 1_500,
    durationSeconds: minutes(15),
  });
  await make({
    title: "Children's cut",
    slug: "childrens-cut",
    description: "Up to twelve years old.",
    color: "lime",
    priceMinor: 2_800,
    durationSeconds: minutes(30),
  });
  const balayage = {
    title: "Balayage",
    description: balayageText,
    color: "amber",
    staffMemberIds: colourists,
    afterGapSeconds: minutes(15),
  };
  const chin = await make({
    ...balayage,
    variantTitle: "Chin length",
    slug: "balayage-chin",
    priceMinor: 12_000,
    durationSeconds: minutes(120),
  });
  await make({
    ...balayage,
    groupId: chin.groupId,
    variantTitle: "Shoulder length",
    slug: "balayage-shoulder",
    priceMinor: 14_500,
    durationSeconds: minutes(150),
  });
  await make({
    title: "Roots",
    slug: "roots",
    description: "Regrowth in your own shade.",
    color: "orange",
    priceMinor: 7_800,
    durationSeconds: minutes(90),
    staffMemberIds: colourists,
  });
  await make({
    title: "Gloss",
    slug: "gloss",
    description: "Shine and tone that wash out slowly.",
    color: "pink",
    priceMinor: 5_500,
    durationSeconds: minutes(45),
    staffMemberIds: colourists,
  });
  await make({
    title: "Beard",
    slug: "beard",
    description: "Shaped, oiled, hot towel.",
    color: "stone",
    priceMinor: 2_500,
    durationSeconds: minutes(30),
  });
  await make({
    title: "Wedding trial",
    slug: "wedding-trial",
    description: "Try two styles before the day.",
    color: "violet",
    priceMinor: 13_500,
    durationSeconds: minutes(120),
    staffMemberIds: [staff.noor.id, staff.lotte.id],
  });
  await make({
    title: "Curl talk",
    slug: "curl-talk",
    description: "Half an hour by video about curls. Free.",
    color: "teal",
    priceMinor: 0,
    durationSeconds: minutes(30),
    staffMemberIds: [staff.noor.id],
    locationIds: [locations.online.id],
  });
  await make({
    title: "Braiding class",
    slug: "braiding-class",
    description: "Four braids in an evening, up to eight people.",
    color: "emerald",
    priceMinor: 3_500,
    durationSeconds: minutes(90),
    maxAttendees: 8,
    scheduleId: schedules.classes,
    staffMemberIds: [],
    locationIds: [locations.zurenborg.id],
  });
  return products;
}

type OdileProduct = Shift["products"][number] & { id: string; title: string; staffMemberIds: string[] };

const balayageText =
  "Light painted by hand, strand by strand, so that it grows out without a line. Gloss and a blow-dry are part of it.";

async function makeCollections(storeId: string, products: { id: string; title: string }[]) {
  const named = (...titles: string[]) =>
    products.filter(({ title }) => titles.includes(title)).map(({ id }) => id);
  await makeCollection({
    storeId,
    title: "Cut",
    slug: "cut",
    productIds: named("Cut and blow-dry", "Fringe", "Children's cut", "Beard"),
  });
  await makeCollection({
    storeId,
    title: "Colour",
    slug: "colour",
    productIds: named("Balayage", "Roots", "Gloss"),
  });
  await makeCollection({
    storeId,
    title: "Occasions",
    slug: "occasions",
    productIds: named("Wedding trial", "Braiding class", "Curl talk"),
  });
}
