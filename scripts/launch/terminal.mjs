import { createServer } from "node:net";
import { Failure } from "./failure.mjs";

/** Says what is being done, and how long it took. */
export async function step(label, work) {
  const startedAt = Date.now();
  console.log(`  ${label} …`);
  const result = await work();
  const seconds = (Date.now() - startedAt) / 1000;
  if (seconds >= 1) console.log(`  ${label}: ${seconds.toFixed(1)} s`);
  return result;
}

/** Throws a Failure that names the port's setting when somebody else listens there. */
export async function requireFreePort(port, host, advice) {
  const error = await new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", resolve);
    probe.listen(port, host, () => probe.close(() => resolve(undefined)));
  });
  if (error) throw new Failure(`Port ${port} on ${host} cannot be used (${error.code}): ${advice}`);
}
