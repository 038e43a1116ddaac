const here = "http://here.invalid";

/** Where to go after signing in: a path of ours, or the start page for anything that would lead elsewhere. */
export function returnPath(wanted: unknown): string {
  if (typeof wanted !== "string" || !URL.canParse(wanted, here)) return "/";
  const { origin, pathname, search } = new URL(wanted, here);
  return origin === here && !pathname.startsWith("//") ? pathname + search : "/";
}
