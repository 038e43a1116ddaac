import type { Row } from "../profiles/profile";

type Target = {
  what: string;
  profile: RegExp;
  figure: string;
  unit?: string;
  atMost?: number;
  atLeast?: number;
  /** The figure that sets it beside what the machine does without the product. */
  raw?: { figure: string; unit: string };
};

const rawP50 = { figure: "ratioToRawP50", unit: "times" };
const rawP95 = { figure: "ratioToRawP95", unit: "times" };
const rawShare = { figure: "shareOfRawLimit", unit: "of its rate" };

/** What the product promises of itself on one machine of two cores, load, receiver and Postgres included. */
const targets: Target[] = [
  {
    what: "one event at a time, idle, p50",
    profile: /^single$/,
    figure: "endToEndP50",
    unit: "ms",
    atMost: 25,
    raw: rawP50,
  },
  {
    what: "200 events/s × 1, p95",
    profile: /^steady-200x1$/,
    figure: "endToEndP95",
    unit: "ms",
    atMost: 60,
    raw: rawP95,
  },
  {
    what: "200 events/s × 5, p95",
    profile: /^steady-200x5$/,
    figure: "endToEndP95",
    unit: "ms",
    atMost: 90,
    raw: rawP95,
  },
  {
    what: "1000 events/s × 1 for 60 s, p95",
    profile: /^steady-1000x1$/,
    figure: "endToEndP95",
    unit: "ms",
    atMost: 150,
    raw: rawP95,
  },
  {
    what: "the same, p95 of its worst third",
    profile: /^steady-1000x1$/,
    figure: "p95OfWorstThird",
    unit: "ms",
    atMost: 150,
  },
  {
    what: "2000 events/s × 1 for 60 s, p95",
    profile: /^steady-2000x1$/,
    figure: "endToEndP95",
    unit: "ms",
    atMost: 1_000,
    raw: rawP95,
  },
  {
    what: "the same, p95 of its worst third",
    profile: /^steady-2000x1$/,
    figure: "p95OfWorstThird",
    unit: "ms",
    atMost: 1_000,
  },
  {
    what: "backlog to healthy endpoints",
    profile: /^backlog-/,
    figure: "deliveriesPerSecond",
    unit: "/s",
    atLeast: 3_000,
    raw: rawShare,
  },
  {
    what: "backlog to one recovering endpoint, cap 10",
    profile: /^recovering-/,
    figure: "deliveriesPerSecond",
    unit: "/s",
    atLeast: 2_000,
    raw: rawShare,
  },
  {
    what: "1000 events/s to one endpoint, p95",
    profile: /^steady-1000x1-one-endpoint$/,
    figure: "endToEndP95",
    unit: "ms",
    atMost: 250,
    raw: rawP95,
  },
  {
    what: "the same, p95 of its worst third",
    profile: /^steady-1000x1-one-endpoint$/,
    figure: "p95OfWorstThird",
    unit: "ms",
    atMost: 250,
  },
  {
    what: "SQL statements per event at 50/s",
    profile: /^steady-50x1$/,
    figure: "statementsPerEvent",
    atMost: 15,
  },
  {
    what: "SQL statements per event at 200/s",
    profile: /^steady-200x1(-web)?$/,
    figure: "statementsPerEvent",
    atMost: 6,
  },
  {
    what: "SQL statements per event at 1000/s",
    profile: /^steady-1000x1(-web)?$/,
    figure: "statementsPerEvent",
    atMost: 2,
  },
  {
    what: "1 dead and 1 hanging among 50: p95 of the others, worse by",
    profile: /^dead-and-hanging$/,
    figure: "p95OfOthersWorsePercent",
    unit: "%",
    atMost: 9.9,
  },
  { what: "resident memory at 1000/s", profile: /^steady-1000x1$/, figure: "maxMb", unit: "MB", atMost: 400 },
  {
    what: "resident memory through the backlog",
    profile: /^backlog-/,
    figure: "maxMb",
    unit: "MB",
    atMost: 400,
  },
  { what: "events lost, over all profiles", profile: /./, figure: "lost", atMost: 0 },
  { what: "deliveries doubled, over all profiles", profile: /./, figure: "doubled", atMost: 0 },
];

/** As a table of Markdown: each target that this run has a figure for; of several rows of a profile the worst counts. */
export function tableOfTargets(figures: Row[]): string {
  const lines = targets.flatMap((target) => {
    const rows = figures.filter(
      (row) => target.profile.test(String(row.profile)) && typeof row[target.figure] === "number",
    );
    return rows.length > 0 ? [`| ${judge(target, rows).join(" | ")} |`] : [];
  });
  return ["| what | target | measured | | beside raw loopback |", "|---|---|---|---|---|", ...lines].join(
    "\n",
  );
}

function judge({ what, figure, unit = "", atMost, atLeast, raw }: Target, rows: Row[]): string[] {
  const values = rows.map((row) => row[figure] as number);
  const value = atLeast === undefined ? Math.max(...values) : Math.min(...values);
  const isMet = value <= (atMost ?? Infinity) && value >= (atLeast ?? -Infinity);
  const ratio = raw && rows[0]?.[raw.figure];
  return [
    what,
    `${atLeast === undefined ? "≤" : "≥"} ${withUnit(atMost ?? atLeast ?? NaN, unit)}`,
    withUnit(value, unit),
    isMet ? "met" : "**MISSED**",
    ratio === undefined ? "" : `${String(ratio)} ${raw!.unit}`,
  ];
}

const withUnit = (value: number, unit: string) => `${value.toLocaleString("en")} ${unit}`.trim();
