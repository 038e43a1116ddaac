/** Preloaded into every process a launcher starts: when the launcher is killed, its channel closes and so do we. */
if (process.channel) {
  process.on("disconnect", () => process.kill(process.pid, "SIGTERM"));
  process.channel.unref();
}
