import { formatMoment, formatPlanned, type Viewpoint } from "@/lib/platform/format-time";
import type { SecretListItem } from "@/lib/webhooks/contract";
import { nameSecret } from "./name-secret";

const left = 128;
const width = 700;
const laneStep = 38;
const laneTop = 37;
const barHeight = 18;
const fadePx = 60;

type SecretLanesProps = { secrets: SecretListItem[]; view: Viewpoint };

/** While secrets overlap: since when and until when each signs. Solid is past, dashed is planned. */
export function SecretLanes({ secrets, view }: SecretLanesProps) {
  const [newest] = secrets;
  const ends = secrets.flatMap(({ expiresAt }) => (expiresAt ? [Date.parse(expiresAt)] : []));
  if (!newest || ends.length === 0) return null;
  const start = Date.parse(newest.createdAt);
  const end = Math.max(...ends);
  const now = Math.min(Math.max(Date.parse(view.now), start), end);
  const at = (ms: number) => left + ((ms - start) / Math.max(1, end - start)) * (width - left - 72);
  const height = laneTop + secrets.length * laneStep + 5;
  const lastEnd = new Date(end).toISOString();
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      width="100%"
      role="img"
      aria-label={describe(secrets, view)}
      className="min-w-[520px]"
    >
      <defs>
        <linearGradient id="lane-on" x1="0" x2="1">
          <stop offset=".72" stopColor="var(--accent-soft)" />
          <stop offset="1" stopColor="var(--accent-soft)" stopOpacity="0" />
        </linearGradient>
        <linearGradient id="lane-before" x1="0" x2="1">
          <stop offset="0" stopColor="var(--pending-mark)" stopOpacity="0" />
          <stop offset="1" stopColor="var(--pending-mark)" />
        </linearGradient>
      </defs>
      <g className="fill-ink-3 text-[11px] tabular-nums" textAnchor="middle">
        <text x={left} y="14">
          {formatPlanned(newest.createdAt, view)}
        </text>
        <text x={at(end)} y="14">
          {formatPlanned(lastEnd, view)}
        </text>
      </g>
      <line x1={left} x2={left} y1="22" y2={height - 14} stroke="var(--line-strong)" />
      <line
        x1={at(end)}
        x2={at(end)}
        y1="22"
        y2={height - 14}
        stroke="var(--line-strong)"
        strokeDasharray="3 3"
      />
      {secrets.map(({ id, expiresAt }, lane) => {
        const y = laneTop + lane * laneStep;
        return (
          <g key={id}>
            <text x="0" y={y + 13} className="fill-ink text-[13px] font-[550]">
              {nameSecret(secrets, lane)}
            </text>
            {expiresAt === null ? (
              <NewLane y={y} now={at(now)} />
            ) : (
              <OldLane y={y} now={at(now)} end={at(Date.parse(expiresAt))} />
            )}
          </g>
        );
      })}
      <line x1={at(now)} x2={at(now)} y1="24" y2={height - 14} stroke="var(--ink)" strokeWidth="1.5" />
      <text
        x={at(now)}
        y={height - 2}
        textAnchor="middle"
        className="fill-ink text-[12px] font-semibold tabular-nums"
      >
        now, {formatPlanned(view.now, view)}
      </text>
    </svg>
  );
}

const NewLane = ({ y, now }: { y: number; now: number }) => (
  <>
    <rect x={now} y={y} width={width - now} height={barHeight} fill="url(#lane-on)" />
    <path
      d={`M${now} ${y + 0.5}H${width}M${now} ${y + barHeight - 0.5}H${width}`}
      stroke="var(--accent)"
      strokeWidth="1.4"
      strokeDasharray="4 3"
    />
    <rect x={left} y={y} width={now - left} height={barHeight} fill="var(--accent)" />
  </>
);

const OldLane = ({ y, now, end }: { y: number; now: number; end: number }) => (
  <>
    <rect x={left - fadePx} y={y} width={fadePx} height={barHeight} fill="url(#lane-before)" />
    <rect x={left} y={y} width={now - left} height={barHeight} fill="var(--pending-mark)" />
    <rect
      x={now}
      y={y + 0.7}
      width={Math.max(0, end - now)}
      height={barHeight - 1.4}
      fill="var(--pending-soft)"
      stroke="var(--pending-mark)"
      strokeWidth="1.4"
      strokeDasharray="4 3"
    />
  </>
);

function describe(secrets: SecretListItem[], view: Viewpoint): string {
  const lanes = secrets.map(({ createdAt, expiresAt }, lane) =>
    expiresAt
      ? `The ${nameSecret(secrets, lane).toLowerCase()} signs until ${formatMoment(expiresAt, view)}.`
      : `The new secret signs since ${formatMoment(createdAt, view)}.`,
  );
  return lanes.join(" ");
}
