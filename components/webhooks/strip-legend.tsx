/** What the strips' colours and sides mean. */
export function StripLegend({ children }: { children: React.ReactNode }) {
  return (
    <ul className="text-dense text-ink-2 flex flex-wrap items-center gap-x-4 gap-y-1.5">
      <Entry kind="delivered" hangs={false}>
        delivered, stands on the line
      </Entry>
      <Entry kind="failed" hangs>
        failed, hangs below
      </Entry>
      <Entry kind="held" hangs>
        held, hangs below
      </Entry>
      <li className="text-ink-3">{children}</li>
    </ul>
  );
}

function Entry({ kind, hangs, children }: { kind: string; hangs: boolean; children: string }) {
  return (
    <li className="inline-flex items-center gap-1.5">
      <svg width="11" height="11" aria-hidden="true">
        <rect className={`strip-${kind}`} y={hangs ? 3 : 0} width="11" height={hangs ? 8 : 11} />
        {hangs && <rect className="strip-silent" width="11" height="1.5" />}
      </svg>
      {children}
    </li>
  );
}
