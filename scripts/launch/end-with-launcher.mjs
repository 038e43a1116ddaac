/**
 * Preloaded into every process a launcher starts: when the launcher is killed, its channel closes and the process ends too.
 * Processes forked from it inherit the preload, but have a channel and an end of their own.
 */
if (process.channel && process.ppid === Number(process.env.LAUNCHER_PID)) {
  process.on("disconnect", () => process.kill(process.pid, "SIGTERM"));
  process.channel.unref();
}
