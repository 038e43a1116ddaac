import type { CSSProperties } from "react";

/** Chroma and hue of the colours that a product may have; lightness is the theme's. */
const colours: Record<string, [chroma: number, hue: number]> = {
  slate: [0.035, 257],
  gray: [0.02, 264],
  zinc: [0.012, 286],
  neutral: [0, 0],
  stone: [0.015, 58],
  red: [0.17, 25],
  orange: [0.15, 48],
  amber: [0.13, 70],
  yellow: [0.12, 92],
  lime: [0.14, 128],
  green: [0.14, 150],
  emerald: [0.12, 163],
  teal: [0.1, 183],
  cyan: [0.1, 210],
  sky: [0.12, 235],
  blue: [0.15, 260],
  indigo: [0.15, 277],
  violet: [0.16, 293],
  purple: [0.17, 305],
  fuchsia: [0.18, 322],
  pink: [0.16, 354],
  rose: [0.16, 13],
};

/** The colour of a product's bar, as the custom property `--bar`. */
export function productBar(color: string): CSSProperties {
  const [chroma, hue] = colours[color] ?? colours.slate!;
  const shade = (lightness: number) => `oklch(${lightness} ${chroma} ${hue})`;
  return { "--bar": `light-dark(${shade(0.6)}, ${shade(0.7)})` } as CSSProperties;
}
