import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { returnPath } from "../return-path";
import { findSignedIn } from "../signed-in";
import { signInAction } from "./actions";
import { SignInForm } from "./sign-in-form";
import { SignInSheet } from "./sign-in-sheet";

export const metadata: Metadata = { title: "Sign in" };

export default async function SignInPage({ searchParams }: PageProps<"/signin">) {
  const { next, ended } = await searchParams;
  const path = returnPath(next);
  if (await findSignedIn()) redirect(path);
  return (
    <SignInSheet motto="Every booking, told to every system that must know. Nothing is lost.">
      <SignInForm signIn={signInAction} next={path} sessionEnded={ended === "1"} />
    </SignInSheet>
  );
}
