import { randomBytes } from "node:crypto";
import { NextResponse, type NextRequest } from "next/server";
import { env } from "@/lib/platform/env";
import { refuseUnreadablePath } from "@/lib/rest";

/**
 * Gives each page a policy under which only scripts with this response's nonce run, and no other site may frame it. A path of
 * the Storefront API that cannot be decoded is refused here: further on Next would answer it by its own 500.
 */
export function proxy(request: NextRequest): Response | Promise<Response> {
  if (request.nextUrl.pathname.startsWith("/storefront/"))
    return isReadable(request.nextUrl.pathname) ? NextResponse.next() : refuseUnreadablePath(request);
  const policy = contentSecurityPolicy(randomBytes(16).toString("base64"));
  const headers = new Headers(request.headers);
  // Next reads the nonce for its own scripts from this request header.
  headers.set("content-security-policy", policy);
  headers.set("x-opencals-path", request.nextUrl.pathname + request.nextUrl.search);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  response.headers.set("x-frame-options", "DENY");
  if (env().APP_URL.startsWith("https:"))
    response.headers.set("strict-transport-security", "max-age=31536000");
  return response;
}

/** Pages, and paths with escapes of the Storefront API; the rest of it, the engine and static files need no policy and no delay. */
export const config = {
  matcher: ["/((?!_next/static/|_next/image|api/|storefront/|icon.svg).*)", "/storefront/(.*%.*)"],
};

function isReadable(pathname: string): boolean {
  try {
    decodeURIComponent(pathname);
    return true;
  } catch {
    return false;
  }
}

function contentSecurityPolicy(nonce: string): string {
  const development = env().NODE_ENV === "development";
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ""}`,
    `style-src 'self' ${development ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    // Widths of bars are style attributes; they run nothing.
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}
