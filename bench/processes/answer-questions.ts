/** The process's life: says `first`, answers what the benchmark asks, and ends when told. */
export function answerQuestions<Question, Answer extends object>(
  first: object,
  answer: (question: Question) => Answer | Promise<Answer>,
): void {
  process.on("message", (question: Question) => {
    void Promise.resolve(answer(question)).then((given) => process.send?.(given));
  });
  // The launcher's preload lets the channel go: here nothing else may keep the process alive.
  process.channel?.ref();
  process.on("SIGTERM", () => process.exit(0));
  process.send?.(first);
}
