/** "all 6", "order.paid", "appointment.* (4)", "3 of 6". None chosen means all. */
export function eventTypesText(chosen: string[], all: number): string {
  const [first] = chosen;
  if (first === undefined) return `all ${all}`;
  if (chosen.length === 1) return first;
  const group = first.split(".")[0];
  if (chosen.every((type) => type.startsWith(`${group}.`))) return `${group}.* (${chosen.length})`;
  return `${chosen.length} of ${all}`;
}
