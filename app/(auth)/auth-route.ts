import NextAuth from "next-auth";
import type { NextRequest } from "next/server";
import { shareAppUrl } from "@/lib/platform/env";
import type { RealmAuth } from "./realm-auth";

type Context = { params: Promise<{ nextauth: string[] }> };

/** next-auth's routes of one realm. */
export function authRoute(auth: RealmAuth) {
  return (request: NextRequest, context: Context): Promise<Response> => {
    shareAppUrl();
    return NextAuth(request, context, auth.options()) as Promise<Response>;
  };
}
