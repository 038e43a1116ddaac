const hourPx = 640 / 12;

/** Per column: from and to in hours, and what became of it. */
const columns: [from: number, to: number, kind?: "failed" | "planned"][][] = [
  [
    [1, 2.5],
    [3, 5],
    [6, 7],
    [8.5, 10.5, "planned"],
  ],
  [
    [0.5, 1.5],
    [2, 4.5],
    [5, 6, "failed"],
    [7, 8.5],
    [9.5, 10.5, "planned"],
  ],
  [
    [1, 3],
    [4, 5],
    [5.5, 7],
    [8, 9],
    [10, 11.5, "planned"],
  ],
  [
    [0, 1.5],
    [3, 4],
    [4.5, 6.5],
    [7.5, 10, "planned"],
  ],
];
const nowPx = 7.8875 * hourPx;

/** A page of an appointment book: what is done is ticked, what is to come is in pencil. Decoration. */
export function AppointmentBook() {
  return (
    <svg
      viewBox="-6 0 526 640"
      aria-hidden="true"
      preserveAspectRatio="xMidYMid slice"
      className="h-full w-full pl-10"
    >
      <g stroke="var(--on-cover)" strokeOpacity=".1">
        {Array.from({ length: 13 }, (_, hour) => (
          <line key={hour} x2="520" y1={hour * hourPx} y2={hour * hourPx} />
        ))}
        {[130, 260, 390].map((x) => (
          <line key={x} x1={x} x2={x} y2="640" />
        ))}
      </g>
      {columns.map((entries, column) =>
        entries.map(([from, to, kind]) => (
          <g key={`${column}/${from}`} transform={`translate(${10 + column * 130} ${from * hourPx + 4})`}>
            <Entry height={(to - from) * hourPx - 8} kind={kind} />
          </g>
        )),
      )}
      <line x2="520" y1={nowPx} y2={nowPx} stroke="oklch(0.80 0.10 60)" strokeWidth="2" />
      <circle cy={nowPx} r="5" fill="oklch(0.80 0.10 60)" />
    </svg>
  );
}

function Entry({ height, kind }: { height: number; kind?: "failed" | "planned" }) {
  const pen = { fill: "none", strokeWidth: 2, strokeLinecap: "round", strokeLinejoin: "round" } as const;
  if (kind === "planned")
    return (
      <rect
        width="110"
        height={height}
        rx="3"
        fill="none"
        stroke="var(--on-cover)"
        strokeOpacity=".55"
        strokeWidth="1.5"
        strokeDasharray="5 4"
      />
    );
  if (kind === "failed")
    return (
      <>
        <rect width="110" height={height} rx="3" fill="oklch(0.64 0.19 33 / .28)" />
        <rect width="4" height={height} fill="oklch(0.70 0.17 34)" />
        <path d="m91 9 9 9m0-9-9 9" {...pen} stroke="oklch(0.80 0.13 34)" />
      </>
    );
  return (
    <>
      <rect width="110" height={height} rx="3" fill="var(--on-cover)" fillOpacity=".14" />
      <rect width="4" height={height} fill="var(--on-cover)" fillOpacity=".8" />
      <path d="m91 13 4 4 8-9" {...pen} stroke="var(--on-cover)" strokeOpacity=".85" />
    </>
  );
}
