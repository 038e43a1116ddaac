import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { returnPath } from "@/app/(auth)/return-path";
import { findSupport } from "@/app/(auth)/signed-in";
import { SignInForm } from "@/app/(auth)/signin/sign-in-form";
import { SignInSheet } from "@/app/(auth)/signin/sign-in-sheet";
import { supportAuth } from "@/app/(auth)/support-auth";
import { signInAction } from "./actions";

export const metadata: Metadata = { title: "Sign in to the support console" };

export default async function SupportSignInPage({ searchParams }: PageProps<"/support/signin">) {
  const { next, ended } = await searchParams;
  const path = returnPath(next, supportAuth.home);
  if (await findSupport()) redirect(path);
  return (
    <SignInSheet
      cover="support"
      motto="Every store, no secrets. What we do for a merchant, the merchant reads."
    >
      <SignInForm signIn={signInAction} title="Support console" next={path} sessionEnded={ended === "1"} />
    </SignInSheet>
  );
}
