import { testEnvironment } from "./test-environment";

for (const [name, value] of Object.entries(testEnvironment)) process.env[name] ??= value;
