import pino from "pino";

/** One line of JSON each. Secrets never reach it: what could carry one is cut here, too. */
export const log = pino({
  // Read directly: logging must work before, and in spite of, wrong settings.
  level: globalThis.process?.env["LOG_LEVEL"] || "info",
  base: undefined,
  timestamp: pino.stdTimeFunctions.isoTime,
  redact: {
    paths: [
      "secret",
      "*.secret",
      "authorization",
      "*.authorization",
      "cookie",
      "*.cookie",
      "password",
      "*.password",
    ],
    censor: "[cut]",
  },
});
