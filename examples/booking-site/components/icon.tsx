const drawings = {
  pin: (
    <>
      <path d="M8 14s4.5-4 4.5-7.3a4.5 4.5 0 0 0-9 0C3.5 10 8 14 8 14z" />
      <circle cx="8" cy="6.5" r="1.5" />
    </>
  ),
  clock: (
    <>
      <circle cx="8" cy="8" r="5.5" />
      <path d="M8 5v3.3l2 1.2" />
    </>
  ),
  down: <path d="m4 6 4 4 4-4" />,
  left: <path d="m10 4-4 4 4 4" />,
  right: <path d="m6 4 4 4-4 4" />,
  check: <path d="m3 8.5 3.2 3.2L13 4.8" />,
  info: (
    <>
      <circle cx="8" cy="8" r="5.7" />
      <path d="M8 7.3v3.5M8 5.2v.01" />
    </>
  ),
  people: (
    <>
      <circle cx="8" cy="5.5" r="2.7" />
      <path d="M3 13.5c.6-2.7 2.6-4 5-4s4.4 1.3 5 4" />
    </>
  ),
  calendar: (
    <>
      <rect x="2.5" y="3.5" width="11" height="10" rx="1.5" />
      <path d="M2.5 6.5h11M5.5 2v3M10.500 2v3" />
    </>
  ),
};

export function Icon({ name }: { name: keyof typeof drawings }) {
  return (
    <svg className="i" viewBox="0 0 16 16" aria-hidden>
      {drawings[name]}
    </svg>
  );
}
