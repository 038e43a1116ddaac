/** A process that runs the scenarios until it is told to stop, or killed. */
import { startScenarios } from "./scenario-engines";

const engine = await startScenarios(JSON.parse(process.argv[2] ?? "{}"));
process.on("SIGTERM", () => void engine.stop().then(() => process.exit(0)));
await engine.ready;
console.log("ready");
