type Spell = { start: number; end: number };

/**
 * Puts what overlaps side by side: each gets the first lane that is free when it starts, and shares the width with all
 * that it hangs together with. `spells` are in order of `start`.
 */
export function lanes<T extends Spell>(spells: T[]): (T & { lane: number; of: number })[] {
  const placed: (T & { lane: number; of: number })[] = [];
  let cluster: (T & { lane: number; of: number })[] = [];
  let clusterEnd = -Infinity;
  for (const spell of spells) {
    if (spell.start >= clusterEnd) cluster = [];
    const taken = cluster.filter(({ end }) => end > spell.start).map(({ lane }) => lane);
    let lane = 0;
    while (taken.includes(lane)) lane++;
    const entry = { ...spell, lane, of: 1 };
    cluster.push(entry);
    placed.push(entry);
    clusterEnd = Math.max(cluster.length > 1 ? clusterEnd : -Infinity, spell.end);
    const of = Math.max(...cluster.map((one) => one.lane)) + 1;
    for (const one of cluster) one.of = of;
  }
  return placed;
}
