import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { AppointmentBook } from "@/components/shell/appointment-book";
import { Wordmark } from "@/components/shell/wordmark";
import { returnPath } from "../return-path";
import { findSignedIn } from "../signed-in";
import { signInAction } from "./actions";
import { SignInForm } from "./sign-in-form";

export const metadata: Metadata = { title: "Sign in" };

export default async function SignInPage({ searchParams }: PageProps<"/signin">) {
  const { next, ended } = await searchParams;
  const path = returnPath(next);
  if (await findSignedIn()) redirect(path);
  return (
    <div className="desk:grid-cols-2 grid min-h-dvh">
      <main className="grid grid-rows-[auto_1fr] gap-8 px-[clamp(20px,8vw,120px)] py-8">
        <p className="font-display text-ink-2 w-full max-w-[400px] justify-self-center text-[17px]/[22px] font-medium">
          <Wordmark strong="text-ink" />
        </p>
        <SignInForm signIn={signInAction} next={path} sessionEnded={ended === "1"} />
      </main>
      <aside className="text-on-cover desk:grid sticky top-0 hidden max-h-dvh grid-rows-[minmax(0,1fr)_auto] overflow-hidden bg-cover">
        <AppointmentBook />
        <p className="font-display max-w-[30ch] px-10 pt-[26px] pb-9 text-[22px]/[30px]">
          Every booking, told to every system that must know. Nothing is lost.
        </p>
      </aside>
    </div>
  );
}
