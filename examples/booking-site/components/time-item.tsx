import type { ReactNode } from "react";
import { Art } from "./art";

type Props = {
  picture: string;
  title: string;
  when: ReactNode;
  where: string;
  price: ReactNode;
  isLost?: boolean;
  /** What can be done with it. */
  children?: ReactNode;
};

/** One time in a list of them: kept, lost or booked. */
export function TimeItem({ picture, title, when, where, price, isLost = false, children }: Props) {
  return (
    <div className={isLost ? "item off" : "item"}>
      <span className="mini">
        <Art slug={picture} size="mini" />
      </span>
      <div>
        <h3>{title}</h3>
        <p>
          {when}
          <br />
          {where}
        </p>
        {children}
      </div>
      <p className="pr">{price}</p>
    </div>
  );
}
