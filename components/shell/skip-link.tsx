/** The first stop of the keyboard: past what stands on every page, to `#main`. */
export const SkipLink = ({ children }: { children: string }) => (
  <a href="#main" className="rounded-control bg-raised absolute -top-16 left-2 z-50 px-3 py-2 focus:top-2">
    {children}
  </a>
);
