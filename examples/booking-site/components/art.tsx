import { combLines } from "~/lib/art/combed-lines";

const sizes = {
  large: { width: 640, height: 420, count: 72 },
  card: { width: 320, height: 220, count: 34 },
  mini: { width: 120, height: 96, count: 18 },
};

/** The picture of a service, drawn from its slug. */
export function Art({ slug, size }: { slug: string; size: keyof typeof sizes }) {
  const { width, height, ground, strands } = combLines(slug, sizes[size]);
  return (
    <svg className="art" viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="xMidYMid slice" aria-hidden>
      <rect width={width} height={height} fill={ground} />
      <g fill="none" strokeLinecap="round">
        {strands.map(({ path, color, width: strokeWidth }) => (
          <path key={path} d={path} stroke={color} strokeWidth={strokeWidth} />
        ))}
      </g>
    </svg>
  );
}
