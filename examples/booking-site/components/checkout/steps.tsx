import { Icon } from "../icon";

/** Where one is: the time is chosen, the details are being filled in. */
export function Steps({ isDone = false }: { isDone?: boolean }) {
  return (
    <ol className="prog" aria-label="Steps">
      <li>
        <Icon name="check" />
        Time
      </li>
      <li aria-current={isDone ? undefined : "step"}>
        {isDone && <Icon name="check" />}
        Details and payment
      </li>
      <li aria-current={isDone ? "step" : undefined}>Confirmation</li>
    </ol>
  );
}
