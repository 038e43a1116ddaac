import { seededRandom } from "./random";

/** The salon's own. Another one combs all its pictures differently. */
const seed = "odile-hair";

/** Lightness, chroma and hue of hair. */
type Shade = readonly [lightness: number, chroma: number, hue: number];
const espresso: Shade = [0.3, 0.045, 45];
const chestnut: Shade = [0.42, 0.085, 42];
const copper: Shade = [0.6, 0.135, 48];
const honey: Shade = [0.8, 0.105, 75];

const fades: [from: Shade, to: Shade][] = [
  [espresso, honey],
  [copper, honey],
  [espresso, chestnut],
  [chestnut, copper],
  [chestnut, honey],
  [espresso, copper],
];
const grounds: Shade[] = [
  [0.885, 0.048, 58],
  [0.93, 0.03, 70],
  [0.9, 0.035, 50],
];

export type Strand = { path: string; color: string; width: number };
export type Picture = { width: number; height: number; ground: string; strands: Strand[] };

/** Curves of one family in the colours of hair: the same slug always gets the same picture, another one its own. */
export function combLines(
  slug: string,
  { width, height, count }: { width: number; height: number; count: number },
): Picture {
  const random = seededRandom(`${seed}/${slug}`);
  const between = (low: number, high: number) => low + random() * (high - low);
  const pick = <T>(list: T[]) => list[Math.floor(random() * list.length)] as T;

  const [from, to] = pick(fades);
  const ground = pick(grounds);
  const hangs = random() < 0.22;
  const [along, across] = hangs ? [height, width] : [width, height];
  const waves = [
    {
      height: between(0.05, 0.12),
      length: between(0.8, 1.4),
      phase: between(0, 7),
      drift: between(0.4, 1.3),
    },
    {
      height: between(0.015, 0.035),
      length: between(0.35, 0.55),
      phase: between(0, 7),
      drift: between(1, 2.4),
    },
  ];
  const [top, left, right] = [between(-0.04, 0.08), between(0.36, 0.62), between(0.86, 1.1)];

  const strands = Array.from({ length: count }, (_, index) => {
    const depth = index / (count - 1);
    const at = (share: number) => {
      const spread = left + (right - left) * Math.max(0, share) ** 1.4;
      const wave = waves.reduce(
        (sum, { height: h, length, phase, drift }) =>
          sum + h * Math.sin((share / length) * 6.28 + phase + depth * drift),
        0,
      );
      return (top + depth * spread + wave) * across;
    };
    return {
      path: smooth(along, at, hangs),
      color: mix(from, to, Math.min(1, Math.max(0, depth + between(-0.14, 0.14)))),
      width: round((across / count) * between(1.05, 1.75)),
    };
  });
  return { width, height, ground: toColor(ground), strands };
}

const steps = 9;

/** A curve through points beside its middles, from one edge over the other. */
function smooth(along: number, at: (share: number) => number, hangs: boolean): string {
  const points = Array.from({ length: steps + 1 }, (_, step): [number, number] => {
    const share = -0.06 + (step / steps) * 1.12;
    return [share * along, at(share)];
  });
  const write = ([a, b]: [number, number]) => (hangs ? `${round(b)} ${round(a)}` : `${round(a)} ${round(b)}`);
  const curves = points.slice(1, -1).map((point, index) => {
    const next = points[index + 2] as [number, number];
    return `Q${write(point)} ${write([(point[0] + next[0]) / 2, (point[1] + next[1]) / 2])}`;
  });
  return `M${write(points[0] as [number, number])}${curves.join("")}`;
}

function mix(from: Shade, to: Shade, share: number): string {
  const part = (index: 0 | 1 | 2) => from[index] + (to[index] - from[index]) * share;
  return toColor([part(0), part(1), part(2)]);
}

const toColor = ([lightness, chroma, hue]: Shade) =>
  `oklch(${lightness.toFixed(3)} ${chroma.toFixed(3)} ${hue.toFixed(1)})`;

const round = (value: number) => Math.round(value * 10) / 10;
