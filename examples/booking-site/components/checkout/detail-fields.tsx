import type { DetailName } from "~/lib/checkout/details";
import { Icon } from "../icon";

type Texts = Partial<Record<DetailName, string>>;

export function DetailFields({ values, errors }: { values: Texts; errors: Texts }) {
  const field = (name: DetailName) => ({ name, value: values[name], error: errors[name] });
  return (
    <section className="card" aria-labelledby="you">
      <h2 id="you">You</h2>
      <div className="two">
        <Field {...field("firstName")} label="First name" autoComplete="given-name" />
        <Field {...field("lastName")} label="Last name" autoComplete="family-name" />
      </div>
      <div className="two">
        <Field {...field("email")} label="E-mail" type="email" autoComplete="email" />
        <Field {...field("phone")} label="Phone" hint="optional" type="tel" autoComplete="tel" isOptional />
      </div>
    </section>
  );
}

type FieldProps = {
  name: string;
  label: string;
  hint?: string;
  value?: string;
  error?: string;
  type?: string;
  autoComplete: string;
  isOptional?: boolean;
};

function Field({
  name,
  label,
  hint,
  value = "",
  error,
  type = "text",
  autoComplete,
  isOptional = false,
}: FieldProps) {
  return (
    <div className="f">
      <label htmlFor={name}>
        {label} {hint && <span>{hint}</span>}
      </label>
      <input
        id={name}
        name={name}
        type={type}
        autoComplete={autoComplete}
        defaultValue={value}
        aria-required={!isOptional}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `${name}-error` : undefined}
      />
      {error && (
        <p className="err" id={`${name}-error`}>
          <Icon name="info" />
          {error}
        </p>
      )}
    </div>
  );
}
