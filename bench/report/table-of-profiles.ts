import type { ProcessorUse } from "../measure/processor";
import type { Row } from "../profiles/profile";
import { figuresOf } from "./figures";

const columns: [title: string, figure: string][] = [
  ["p50", "endToEndP50"],
  ["p95", "endToEndP95"],
  ["p99", "endToEndP99"],
  ["deliveries/s", "deliveriesPerSecond"],
  ["statements per event", "statementsPerEvent"],
  ["MB", "maxMb"],
  ["lost", "lost"],
  ["doubled", "doubled"],
];

/** Every row of a run as a table of Markdown; milliseconds, and processor in percent of one core. */
export function tableOfProfiles(results: Row[]): string {
  const titles = ["profile", ...columns.map(([title]) => title), "product, Postgres, others"];
  const lines = results.map((row) => {
    const figures = figuresOf(row);
    const cells = columns.map(([, figure]) => String(figures[figure] ?? ""));
    return [nameOf(row), ...cells, percentOf(row.processor as ProcessorUse | null | undefined)];
  });
  return [titles, titles.map(() => "---"), ...lines].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

function nameOf({ profile, phase, pair, sick, failure }: Row): string {
  const parts = [
    phase,
    pair && `pair ${String(pair)}`,
    sick && "with the two",
    failure && `failed: ${String(failure)}`,
  ];
  return [`\`${String(profile)}\``, ...parts.filter(Boolean)].join(" ");
}

function percentOf(use: ProcessorUse | null | undefined): string {
  if (!use) return "";
  const percent = (ms: number) => Math.round((ms / use.elapsedMs) * 100);
  const product = use.oursMs.worker ?? use.oursMs.web ?? 0;
  return `${percent(product)}, ${percent(use.oursMs.postgres ?? 0)}, ${percent(use.othersMs)}`;
}
