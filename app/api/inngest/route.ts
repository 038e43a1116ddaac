export const dynamic = "force-dynamic";

/** Where an Inngest server finds and calls the functions. */
async function answer(request: Request): Promise<Response> {
  // Imported when called: the settings it reads are not there while the app is built.
  const { answerInngest } = await import("@/lib/runtime");
  return answerInngest(request);
}

export { answer as GET, answer as POST, answer as PUT };
