import type { Row } from "../profiles/profile";

type Target = { profile: RegExp; figure: string; atMost?: number; atLeast?: number };

/** What the product promises of itself on one machine of two cores, load, receiver and Postgres included. */
const targets: Target[] = [
  { profile: /^single$/, figure: "endToEndP50", atMost: 25 },
  { profile: /^steady-200x1$/, figure: "endToEndP95", atMost: 60 },
  { profile: /^steady-200x5$/, figure: "endToEndP95", atMost: 90 },
  { profile: /^steady-1000x1$/, figure: "endToEndP95", atMost: 150 },
  { profile: /^steady-2000x1$/, figure: "endToEndP95", atMost: 1_000 },
  { profile: /^steady-1000x1-one-endpoint$/, figure: "endToEndP95", atMost: 250 },
  { profile: /^backlog-/, figure: "deliveriesPerSecond", atLeast: 3_000 },
  { profile: /^recovering-/, figure: "deliveriesPerSecond", atLeast: 2_000 },
  { profile: /^steady-50x1$/, figure: "statementsPerEvent", atMost: 15 },
  { profile: /^steady-200x1$/, figure: "statementsPerEvent", atMost: 6 },
  { profile: /^steady-1000x1$/, figure: "statementsPerEvent", atMost: 2 },
  { profile: /^dead-and-hanging$/, figure: "p95OfOthersWorsePercent", atMost: 9.9 },
  { profile: /^(steady-1000x1|backlog-.*)$/, figure: "maxMb", atMost: 400 },
  { profile: /./, figure: "lost", atMost: 0 },
];

/** Each target that this run has a figure for, met or missed; of several rows of a profile the worst counts. */
export function printTargets(figures: Row[]): void {
  console.log("  Targets");
  for (const target of targets) {
    const values = figures.flatMap((row) => {
      const value = row[target.figure];
      return target.profile.test(String(row.profile)) && typeof value === "number" ? [value] : [];
    });
    if (values.length > 0) console.log(`    ${judge(target, values)}`);
  }
}

function judge({ profile, figure, atMost, atLeast }: Target, values: number[]): string {
  const value = atMost === undefined ? Math.min(...values) : Math.max(...values);
  const isMet = value <= (atMost ?? Infinity) && value >= (atLeast ?? -Infinity);
  const wanted = atMost === undefined ? `at least ${atLeast}` : `at most ${atMost}`;
  return `${isMet ? "met   " : "MISSED"} ${profile.source === "." ? "every profile" : profile.source.replace(/[$^]/g, "")} ${figure} ${value}, ${wanted}`;
}
