import { createSupportAgent } from "@/lib/identity";
import { env } from "@/lib/platform/env";
import { choosePassword } from "./people/choose-password";
import { runCommand } from "./people/run-command";

const usage = `npm run create-agent -- --email sam@opencals.example --name "Sam Vermeulen" [--password-stdin]`;

/** Lets one of our own people into the support console, and shows a new password once. */
await runCommand(
  {
    usage,
    options: {
      email: { type: "string", default: "" },
      name: { type: "string", default: "" },
      "password-stdin": { type: "boolean", default: false },
    },
    flags: { email: "--email", name: "--name", password: "--password-stdin" },
  },
  async ({ email, name, "password-stdin": fromStdin }) => {
    const password = await choosePassword(fromStdin);
    const { isNew } = await createSupportAgent({ email, name, password });
    console.log(`${email} is a support agent now, and signs in at ${env().APP_URL}/support.`);
    if (!isNew) console.log("The account was there already and keeps its password.");
    else if (!fromStdin) console.log(`Password  ${password}, which is not shown again.`);
  },
);
