import { closeDb } from "@/lib/platform/db";
import { newestKeyId } from "@/lib/platform/secrets";
import { reencryptSecrets } from "@/lib/webhooks";

/** Re-encrypts what is under an older key of ENCRYPTION_KEYS, and says whether the older ones may go. */
const { count, unreadable } = await reencryptSecrets();
console.log(`${count} re-encrypted under the key ${newestKeyId()}.`);
if (unreadable.length > 0) {
  console.error(
    `No key of ENCRYPTION_KEYS opens these, so put back the one that does:\n${unreadable.join("\n")}`,
  );
  process.exitCode = 1;
} else console.log("Nothing is left under another key: the older ones may be taken out of ENCRYPTION_KEYS.");
await closeDb();
