/** What `work` comes to within `patienceMs`; undefined when it takes longer: it goes on by itself. */
export async function inTime<Result>(work: Promise<Result>, patienceMs: number): Promise<Result | undefined> {
  if (patienceMs === Infinity) return work;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>(
    (resolve) => (timer = setTimeout(() => resolve(undefined), patienceMs)),
  );
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
