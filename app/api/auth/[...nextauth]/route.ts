import NextAuth from "next-auth";
import type { NextRequest } from "next/server";
import { portalAuthOptions } from "@/app/(auth)/portal-auth";
import { shareAppUrl } from "@/lib/platform/env";

type Context = { params: Promise<{ nextauth: string[] }> };

function handle(request: NextRequest, context: Context): Promise<Response> {
  shareAppUrl();
  return NextAuth(request, context, portalAuthOptions()) as Promise<Response>;
}

export { handle as GET, handle as POST };
