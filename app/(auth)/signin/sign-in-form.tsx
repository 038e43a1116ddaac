"use client";

import { getFormProps, getInputProps, useForm, type SubmissionResult } from "@conform-to/react";
import { Eye, EyeOff } from "lucide-react";
import { startTransition, useActionState, useState } from "react";
import { Button } from "@/components/ui/button";
import { Field, FieldNote, Input, noteId } from "@/components/ui/field";

type Props = {
  signIn: (last: unknown, form: FormData) => Promise<SubmissionResult>;
  title?: string;
  next: string;
  sessionEnded: boolean;
};

export function SignInForm({ signIn, title = "Sign in", next, sessionEnded }: Props) {
  const [lastResult, action, pending] = useActionState(signIn, undefined);
  const [visible, setVisible] = useState(false);
  const [form, fields] = useForm<{ email: string; password: string }>({
    id: "sign-in",
    lastResult,
    // Dispatched by hand: React empties a form after its action, and what was entered must stay.
    onSubmit: (event, { formData }) => {
      event.preventDefault();
      if (!pending) startTransition(() => action(formData));
    },
  });
  const Mark = visible ? EyeOff : Eye;
  const { email, password } = fields;
  return (
    <form
      {...getFormProps(form)}
      action={action}
      noValidate
      aria-labelledby="sign-in-title"
      className="grid w-full max-w-[400px] gap-4.5 self-center justify-self-center"
    >
      <h1 id="sign-in-title" className="title">
        {title}
      </h1>
      {sessionEnded && (
        <p role="status" className="rounded-panel bg-accent-soft px-4.5 py-2.5">
          Your session ended. Sign in and you are back where you were.
        </p>
      )}
      <input type="hidden" name="next" value={next} />
      <Field id={email.id} label="E-mail" error={email.errors?.[0]}>
        <Input
          {...getInputProps(email, { type: "email" })}
          key={email.key}
          autoComplete="username"
          aria-describedby={email.errors && noteId(email.id)}
        />
      </Field>
      <Field id={password.id} label="Password" error={password.errors?.[0]}>
        <div className="relative">
          <Input
            {...getInputProps(password, { type: visible ? "text" : "password" })}
            key={password.key}
            autoComplete="current-password"
            aria-describedby={password.errors && noteId(password.id)}
            className="pr-12"
          />
          <Button
            variant="quiet"
            aria-label={visible ? "Hide password" : "Show password"}
            onClick={() => setVisible(!visible)}
            className="desk:top-[5px] desk:right-1 absolute top-0.5 right-0.5 w-10"
          >
            <Mark aria-hidden className="size-4" strokeWidth={1.5} />
          </Button>
        </div>
      </Field>
      <FieldNote id={form.id} error={form.errors?.[0]} />
      <Button type="submit" variant="primary" size="l" busy={pending && "Signing in"}>
        Sign in
      </Button>
    </form>
  );
}
