/** `npm run vectors`: writes docs/vectors/signatures.json, by which integrators test their own verification. */
import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { signatureCases, toleranceSeconds } from "./vectors/signature-cases";

const file = fileURLToPath(new URL("../docs/vectors/signatures.json", import.meta.url));
const about =
  "Requests as Opencals sends them, and changed ones. docs/verify-signatures.md tells how to test with them.";

mkdirSync(new URL("../docs/vectors", import.meta.url), { recursive: true });
writeFileSync(file, `${JSON.stringify({ about, toleranceSeconds, cases: signatureCases() }, null, 2)}\n`);
