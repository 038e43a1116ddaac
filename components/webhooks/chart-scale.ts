const linesMax = 4;

export type Scale = {
  /** Between two gridlines, in deliveries. */
  step: number;
  /** Gridlines above the line and below it, zero left out. */
  above: number[];
  below: number[];
  top: number;
  bottom: number;
};

/** Round steps for at most four gridlines; the same scale both ways. */
export function chartScale(up: number, down: number): Scale {
  const reach = Math.max(1, up + down);
  let step = 1;
  for (const factor of steps()) {
    step = factor;
    if (Math.floor(up / step) + Math.floor(down / step) <= linesMax && reach / step <= linesMax + 1) break;
  }
  const lines = (to: number) =>
    Array.from({ length: Math.floor(to / step) }, (_, index) => (index + 1) * step);
  return { step, above: lines(up), below: lines(down), top: Math.max(up, 1), bottom: down };
}

function* steps() {
  for (let power = 1; ; power *= 10) for (const digit of [1, 2, 4, 5]) yield digit * power;
}
