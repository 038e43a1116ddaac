const here = "http://here.invalid";

/** Where to go after signing in: a path of ours below `home`, or `home` itself for anything that would lead elsewhere. */
export function returnPath(wanted: unknown, home = "/"): string {
  if (typeof wanted !== "string" || !URL.canParse(wanted, here)) return home;
  const { origin, pathname, search } = new URL(wanted, here);
  const isOurs = origin === here && !pathname.startsWith("//");
  const isBelowHome = home === "/" || pathname === home || pathname.startsWith(`${home}/`);
  return isOurs && isBelowHome ? pathname + search : home;
}
