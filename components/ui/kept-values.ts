/**
 * What was entered in a form, kept in this tab while a sign-in comes between: an ended session leads away from the page,
 * and back to it. `name` tells the forms of a page apart.
 */
const keyOf = (name: string): string => `opencals.kept ${location.pathname} ${name}`;

type Values = [name: string, value: string][];

export function keepValues(name: string, form: FormData): void {
  const values = [...form].filter(
    ([field, value]) => typeof value === "string" && !field.startsWith("$") && !isSecret(field),
  );
  if (values.length > 0) inStorage((storage) => storage.setItem(keyOf(name), JSON.stringify(values)));
}

/** What a password field holds is not for the browser's storage: it is entered again. */
const isSecret = (field: string): boolean =>
  document.querySelector(`input[type="password"][name="${CSS.escape(field)}"]`) !== null;

export function forgetValues(name: string): void {
  inStorage((storage) => storage.removeItem(keyOf(name)));
}

/** Enters them again, once. Fields that appear with what is chosen in others are there a frame later. */
export function restoreValues(name: string, form: HTMLFormElement): void {
  const text = inStorage((storage) => storage.getItem(keyOf(name)));
  if (!text) return;
  forgetValues(name);
  const values = JSON.parse(text) as Values;
  enter(values, form);
  requestAnimationFrame(() => enter(values, form));
}

function enter(values: Values, form: HTMLFormElement): void {
  for (const control of form.elements) {
    const given = values.filter(([name]) => name === control.getAttribute("name")).map(([, value]) => value);
    if (control instanceof HTMLInputElement && control.type === "hidden") continue;
    if (control instanceof HTMLInputElement && ["checkbox", "radio"].includes(control.type)) {
      if (control.checked !== given.includes(control.value)) control.click();
    } else if (isText(control) && given[0] !== undefined && control.value !== given[0]) {
      // By the element's own setter: React hears of no other change.
      const own = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(control), "value");
      own?.set?.call(control, given[0]);
      control.dispatchEvent(
        new Event(control instanceof HTMLSelectElement ? "change" : "input", { bubbles: true }),
      );
    }
  }
}

const isText = (control: Element) =>
  control instanceof HTMLInputElement ||
  control instanceof HTMLTextAreaElement ||
  control instanceof HTMLSelectElement;

/** A browser may refuse storage: then nothing is kept. */
function inStorage<T>(work: (storage: Storage) => T): T | undefined {
  try {
    return work(sessionStorage);
  } catch {
    return undefined;
  }
}
